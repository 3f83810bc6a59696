package io.quiver.benchmarks.proxima;

import io.micrometer.core.instrument.MeterRegistry;
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
 * bulkhead of the store, and meters of every call, also of those of the channel that
 * Boot's gRPC client makes.
 *
 * @author Quiver
 * @since 0.1
 */
@SpringBootApplication(proxyBeanMethods = false)
class ProductApplication {

	@Bean
	MeterRegistry meters() {
		return new SimpleMeterRegistry();
	}

	@Bean
	ObservationRegistry observations(MeterRegistry meters) {
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
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
		return application.run("--quiver.stores.default.proxima.port=" + port,
				"--quiver.stores.default.schema.mode=create", "--logging.config=classpath:benchmarks-logback.xml",
				"--spring.main.banner-mode=off");
	}

}
