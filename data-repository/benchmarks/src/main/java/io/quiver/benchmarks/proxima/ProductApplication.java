package io.quiver.benchmarks.proxima;

import java.util.Map;

import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * An application with the starter at its defaults: deadlines, retry, circuit breaker and
 * bulkhead of the store, and meters of its calls. Boot does not observe the channel, as
 * it would that of the stub.
 *
 * @author Quiver
 * @since 0.1
 */
@SpringBootApplication(proxyBeanMethods = false)
class ProductApplication {

	@Bean
	ObservationRegistry observations() {
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler(new DefaultMeterObservationHandler(new SimpleMeterRegistry()));
		return registry;
	}

	/**
	 * Start the application.
	 * @param port the port of the server
	 * @return the application, to be closed
	 */
	static ConfigurableApplicationContext start(int port) {
		SpringApplication application = new SpringApplication(ProductApplication.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setDefaultProperties(Map.of("quiver.stores.default.proxima.port", port,
				"quiver.stores.default.schema.mode", "create", "spring.grpc.client.observation.enabled", false,
				"logging.config", "classpath:benchmarks-logback.xml", "spring.main.banner-mode", "off"));
		return application.run();
	}

}
