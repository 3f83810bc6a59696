package io.quiver.data;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * The rooms of the house know only those below.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("any-java")
class ArchitectureTests {

	private final JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("io.quiver.data");

	@Test
	void queryModelKnowsNoOtherRoom() {
		noClasses().that()
			.resideInAPackage("io.quiver.data.core.query")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("io.quiver.data.core", "io.quiver.data.core.mapping..", "io.quiver.data.core.convert..",
					"io.quiver.data.store..", "io.quiver.data.repository..")
			.check(this.classes);
	}

	@Test
	void portKnowsOnlyTheQueryModel() {
		noClasses().that()
			.resideInAPackage("io.quiver.data.store..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("io.quiver.data.core", "io.quiver.data.core.mapping..", "io.quiver.data.core.convert..",
					"io.quiver.data.repository..")
			.check(this.classes);
	}

	@Test
	void doorKnowsNoOtherRoom() {
		noClasses().that()
			.resideInAPackage("io.quiver.data.policy..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("io.quiver.data.core..", "io.quiver.data.store..", "io.quiver.data.repository..")
			.check(this.classes);
	}

	@Test
	void onlyMetersNeedMicrometersCore() {
		noClasses().that()
			.resideOutsideOfPackage("io.quiver.data.policy.micrometer")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("io.micrometer.core..")
			.check(this.classes);
	}

	@Test
	void coreKnowsNoRepository() {
		noClasses().that()
			.resideInAnyPackage("io.quiver.data.core..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("io.quiver.data.repository..")
			.check(this.classes);
	}

	@Test
	void mappingKnowsNeitherTemplateNorConversion() {
		noClasses().that()
			.resideInAnyPackage("io.quiver.data.core.mapping..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("io.quiver.data.core", "io.quiver.data.core.convert..")
			.check(this.classes);
	}

	@Test
	void conversionKnowsNoTemplate() {
		noClasses().that()
			.resideInAnyPackage("io.quiver.data.core.convert..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("io.quiver.data.core")
			.check(this.classes);
	}

	@Test
	void nothingKnowsBoot() {
		noClasses().should().dependOnClassesThat().resideInAPackage("org.springframework.boot..").check(this.classes);
	}

	@Test
	void packagesAreFreeOfCycles() {
		slices().matching("io.quiver.data.(**)").should().beFreeOfCycles().check(this.classes);
	}

}
