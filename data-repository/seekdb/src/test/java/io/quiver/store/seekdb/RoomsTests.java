package io.quiver.store.seekdb;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Tag;
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
@Tag("any-java")
class RoomsTests {

	private static final String ROOT = "io.quiver.store.seekdb";

	private final JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages(ROOT);

	@Test
	void theStoreKnowsThePortAndJdbc() {
		classes().should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage(ROOT + "..", "io.quiver.data.store", "io.quiver.data.policy",
					"io.quiver.data.core.query", "com.zaxxer.hikari..", "org.springframework.dao",
					"org.springframework.jdbc..", "org.springframework.transaction.support", "org.springframework.util",
					"org.springframework.scheduling.concurrent", "org.apache.commons.logging",
					"org.jspecify.annotations", "java..", "javax.sql", "javax.net")
			.check(this.classes);
	}

	@Test
	void onlyThePoolKnowsHowItIsMade() {
		noClasses().that()
			.haveNameNotMatching(".*\\.(PooledConnections|PooledLoan|HikariSettings)(\\$.*)?")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("com.zaxxer.hikari..")
			.check(this.classes);
	}

	@Test
	void roomsKnowEachOtherInOneDirectionOnly() {
		slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true).check(this.classes);
	}

}
