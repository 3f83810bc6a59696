package io.quiver.spring.boot.autoconfigure;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.quiver.data.core.convert.VectorCustomConversions;
import io.quiver.data.core.mapping.VectorCollection;
import io.quiver.data.core.mapping.VectorMappingContext;
import io.quiver.data.policy.DefaultStoreObservationConvention;
import io.quiver.data.policy.StoreObservationConvention;
import io.quiver.spring.boot.autoconfigure.policy.ResilienceRegistries;
import io.quiver.spring.boot.autoconfigure.policy.StoreCallsFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.persistence.autoconfigure.EntityScanner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for what all stores share: how
 * entities are mapped and converted, and what the doors are made of.
 *
 * @author Quiver
 * @since 0.1
 */
@AutoConfiguration
public final class VectorDataAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	VectorCustomConversions vectorCustomConversions() {
		return new VectorCustomConversions();
	}

	@Bean
	@ConditionalOnMissingBean
	VectorMappingContext vectorMappingContext(ApplicationContext context, VectorCustomConversions conversions)
			throws ClassNotFoundException {
		VectorMappingContext mappingContext = new VectorMappingContext(conversions);
		mappingContext.setInitialEntitySet(new EntityScanner(context).scan(VectorCollection.class));
		return mappingContext;
	}

	@Bean
	@ConditionalOnMissingBean
	ResilienceRegistries quiverResilienceRegistries(ObjectProvider<RetryRegistry> retries,
			ObjectProvider<CircuitBreakerRegistry> circuitBreakers, ObjectProvider<BulkheadRegistry> bulkheads) {
		return new ResilienceRegistries(retries.getIfAvailable(), circuitBreakers.getIfAvailable(),
				bulkheads.getIfAvailable());
	}

	@Bean
	@ConditionalOnMissingBean
	StoreCallsFactory storeCallsFactory(ResilienceRegistries registries,
			ObjectProvider<ObservationRegistry> observations, ObjectProvider<StoreObservationConvention> convention,
			Environment environment) {
		boolean filters = Binder.get(environment)
			.bindOrCreate("quiver.observations", QuiverProperties.Observations.class)
			.includeFilters();
		return new StoreCallsFactory(registries, observations.getIfAvailable(() -> ObservationRegistry.NOOP),
				convention.getIfAvailable(() -> (filters) ? new DefaultStoreObservationConvention(true) : null));
	}

}
