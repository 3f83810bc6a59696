package io.quiver.spring.boot.autoconfigure.embedded;

import io.quiver.spring.boot.autoconfigure.DefaultVectorStoreAutoConfiguration;
import io.quiver.spring.boot.autoconfigure.VectorDataAutoConfiguration;
import io.quiver.spring.boot.autoconfigure.VectorStoreAutoConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests for what a user of the embedded store sees on Java 17.
 *
 * @author Quiver
 */
@EnabledIfSystemProperty(named = "test.java", matches = "17")
@ExtendWith(OutputCaptureExtension.class)
class EmbeddedStoreOnJava17Tests {

	@BeforeEach
	void runsOn17() {
		assertThat(Runtime.version().feature()).isEqualTo(17);
	}

	@Test
	void defaultStoreSaysThatItNeedsJava21(CapturedOutput output) {
		assertThatException().isThrownBy(() -> run());
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("The embedded store of Quiver runs on Java 21 or later, but this application runs on Java 17.")
			.contains("Run the application on Java 21 or later, or configure a store of another kind");
	}

	@Test
	void configuredStoreSaysThatItNeedsJava21(CapturedOutput output) {
		assertThatException().isThrownBy(() -> run("--quiver.stores.catalog.embedded.path=data"));
		assertThat(output).contains("APPLICATION FAILED TO START").contains("runs on Java 21 or later");
	}

	private static void run(String... arguments) {
		SpringApplication application = new SpringApplication(Application.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.run(arguments).close();
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ VectorDataAutoConfiguration.class, VectorStoreAutoConfiguration.class,
			DefaultVectorStoreAutoConfiguration.class })
	static class Application {

	}

}
