package io.quiver.store.proxima;

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

	private static final String ROOT = "io.quiver.store.proxima";

	private final JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages(ROOT);

	@Test
	void theStoreKnowsThePortAndItsTransports() {
		classes().that()
			.resideOutsideOfPackage(ROOT + ".proto")
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage(ROOT + "..", "io.quiver.data.store", "io.quiver.data.policy",
					"io.quiver.data.core.query", "io.grpc", "io.grpc.stub", "com.google.protobuf",
					"org.springframework.core", "org.springframework.dao", "org.springframework.util",
					"org.springframework.http..", "org.springframework.web.client",
					"org.springframework.scheduling.concurrent", "org.apache.commons.logging",
					"org.jspecify.annotations", "java..", "javax.net.ssl")
			.check(this.classes);
	}

	@Test
	void onlyItsTransportKnowsHttp() {
		noClasses().that()
			.resideOutsideOfPackage(ROOT + ".http")
			.and()
			.haveNameNotMatching(".*ProximaClient(\\$.*)?")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework.http..", "org.springframework.web..")
			.check(this.classes);
	}

	@Test
	void theModelKnowsNoWire() {
		noClasses().that()
			.resideInAPackage(ROOT + ".model")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(ROOT, ROOT + ".proto", ROOT + ".wire", "io.grpc..", "com.google..")
			.check(this.classes);
	}

	@Test
	void transportsKnowNothingAboveThem() {
		noClasses().that()
			.resideInAnyPackage(ROOT + ".grpc", ROOT + ".http", ROOT + ".wire", ROOT + ".json")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(ROOT, ROOT + ".model", "io.quiver.data.store")
			.check(this.classes);
	}

	@Test
	void roomsKnowEachOtherInOneDirectionOnly() {
		slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(this.classes);
	}

}
