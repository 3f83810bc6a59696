package io.quiver.store.embedded;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * What the rooms of this module may know.
 *
 * @author Quiver
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoomsTests {

	private static final String ROOT = "io.quiver.store.embedded";

	private final JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages(ROOT);

	@Test
	void theStoreKnowsThePortAndLucene() {
		classes().should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage(ROOT + "..", "io.quiver.data.store", "io.quiver.data.policy",
					"io.quiver.data.core.query", "org.apache.lucene..", "org.apache.commons.logging",
					"org.springframework.dao", "org.springframework.util", "org.jspecify.annotations", "java..")
			.check(this.classes);
	}

	@Test
	void theLogKnowsBytesAndFilesOnly() {
		noClasses().that()
			.resideInAPackage(ROOT + ".log")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(ROOT, "io.quiver.data..", "org.apache.lucene..")
			.check(this.classes);
	}

	@Test
	void filesKnowNothingAboveThem() {
		noClasses().that()
			.resideInAPackage(ROOT + ".disk")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(ROOT, ROOT + ".log", "io.quiver.data..")
			.check(this.classes);
	}

	@Test
	void roomsKnowEachOtherInOneDirectionOnly() {
		slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(this.classes);
	}

}
