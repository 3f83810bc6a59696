package io.quiver.benchmarks.seekdb;

import java.util.HashMap;
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
 * bulkhead of the store, and meters of its calls.
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
	 * @param url where the table is, or will be
	 * @param table how it is made if it is not there, in properties of the store
	 * @return the application, to be closed
	 */
	static ConfigurableApplicationContext start(String url, Map<String, String> table) {
		Map<String, Object> properties = new HashMap<>(
				Map.of("quiver.stores.default.seekdb.url", url, "quiver.stores.default.schema.mode", "create",
						"logging.config", "classpath:benchmarks-logback.xml", "spring.main.banner-mode", "off"));
		table.forEach((name, value) -> properties.put("quiver.stores.default.seekdb." + name, value));
		SpringApplication application = new SpringApplication(ProductApplication.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setDefaultProperties(properties);
		return application.run();
	}

}
