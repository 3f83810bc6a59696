package io.quiver.spring.boot.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that auto-configuration is built the way Boot builds its own.
 *
 * @author Quiver
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("any-java")
class ArchitectureTests {

	private static final String IMPORTS = "/META-INF/spring/" + AutoConfiguration.class.getName() + ".imports";

	private static final String HERE = "io.quiver.spring.boot.autoconfigure";

	private final JavaClasses all = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.withImportOption((location) -> !location.contains("-tests.jar"))
		.importPackages("io.quiver");

	private final JavaClasses ours = this.all.that(JavaClass.Predicates.resideInAPackage(HERE + ".."));

	@Test
	void autoConfigurationsArePublicAndFinalWithNothingPublicInside() {
		classes().that()
			.areAnnotatedWith(AutoConfiguration.class)
			.should()
			.bePublic()
			.andShould()
			.haveModifier(JavaModifier.FINAL)
			.andShould(haveNoPublicMembers())
			.check(this.ours);
	}

	@Test
	void beanMethodsArePackagePrivate() {
		methods().that().areAnnotatedWith(Bean.class).should().bePackagePrivate().check(this.ours);
	}

	@Test
	void beanMethodsHaveNoConditionsOnClasses() {
		noMethods().that()
			.areAnnotatedWith(Bean.class)
			.should()
			.beAnnotatedWith(ConditionalOnClass.class)
			.check(this.ours);
	}

	@Test
	void conditionsAreNotPublic() {
		classes().that().implement(Condition.class).should().notBePublic().allowEmptyShould(true).check(this.ours);
	}

	@Test
	void packagesAreFreeOfCycles() {
		slices().matching("io.quiver.spring.boot.(**)").should().beFreeOfCycles().check(this.ours);
	}

	@Test
	void roomsOfKindsKnowOnlyWhatAllKindsShare() {
		noClasses().that()
			.resideInAnyPackage(HERE + ".embedded..", HERE + ".proxima..", HERE + ".seekdb..", HERE + ".grpc..",
					HERE + ".http..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(HERE, HERE + ".jackson..")
			.check(this.ours);
	}

	@Test
	void nobodyElseKnowsBoot() {
		noClasses().that()
			.resideOutsideOfPackage("io.quiver.spring.boot..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework.boot..")
			.check(this.all);
	}

	@Test
	void importsAreSortedAndComplete() throws IOException {
		List<String> classes = this.ours
			.that(DescribedPredicate.describe("are auto-configurations",
					(type) -> type.isAnnotatedWith(AutoConfiguration.class)))
			.stream()
			.map(JavaClass::getName)
			.sorted()
			.toList();
		try (InputStream imports = getClass().getResourceAsStream(IMPORTS)) {
			assertThat(new String(imports.readAllBytes(), StandardCharsets.UTF_8).lines())
				.containsExactlyElementsOf(classes);
		}
	}

	private static ArchCondition<JavaClass> haveNoPublicMembers() {
		return new ArchCondition<>("have no public members") {

			@Override
			public void check(JavaClass type, ConditionEvents events) {
				type.getMembers()
					.stream()
					.filter((member) -> member.getModifiers().contains(JavaModifier.PUBLIC))
					.filter((member) -> !isDefaultConstructor(member))
					.forEach((member) -> events
						.add(SimpleConditionEvent.violated(member, member.getDescription() + " is public")));
			}

		};
	}

	private static boolean isDefaultConstructor(JavaMember member) {
		return member instanceof JavaConstructor constructor && constructor.getParameters().isEmpty();
	}

}
