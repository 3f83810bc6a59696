package io.quiver.benchmarks.proxima;

import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.GenericApplicationContext;

/**
 * An application with the starter at its defaults: deadlines, retry, circuit breaker and
 * bulkhead of the store, and meters of its calls.
 *
 * @author Quiver
 * @since 0.1
 */
@SpringBootApplication(proxyBeanMethods = false)
class ProductApplication {

	@Bean
	ObservationRegistry observations(ObjectProvider<MeterRegistry> meters) {
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig()
			.observationHandler(new DefaultMeterObservationHandler(meters.getIfAvailable(SimpleMeterRegistry::new)));
		return registry;
	}

	/**
	 * Start the application.
	 * @param port the port of the server
	 * @return the application, to be closed
	 */
	static ConfigurableApplicationContext start(int port) {
		return start(port, (context) -> {
		}, "--spring.grpc.client.observation.enabled=false");
	}

	/**
	 * Start the application with all the meters that Boot adds: of the channel, which it
	 * observes for whoever calls, and of every method of a repository.
	 * @param port the port of the server
	 * @return the application, to be closed
	 */
	static ConfigurableApplicationContext startMetered(int port) {
		return start(port, (context) -> context.registerBean(SimpleMeterRegistry.class));
	}

	private static ConfigurableApplicationContext start(int port,
			ApplicationContextInitializer<GenericApplicationContext> initializer, String... arguments) {
		SpringApplication application = new SpringApplication(ProductApplication.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.addInitializers(initializer);
		application.setDefaultProperties(
				Map.of("quiver.stores.default.proxima.port", port, "quiver.stores.default.schema.mode", "create",
						"logging.config", "classpath:benchmarks-logback.xml", "spring.main.banner-mode", "off"));
		return application.run(arguments);
	}

}
