package io.quiver.spring.boot.autoconfigure.metrics;

import io.github.resilience4j.micrometer.tagged.TaggedRetryMetrics;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.quiver.spring.boot.autoconfigure.VectorDataAutoConfiguration;
import io.quiver.spring.boot.autoconfigure.policy.ResilienceRegistries;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the meters of retries, circuit
 * breakers and bulkheads that stand in registries of our own. Those in the application's
 * registries are metered by Resilience4j itself.
 *
 * @author Quiver
 * @since 0.1
 */
@AutoConfiguration(after = VectorDataAutoConfiguration.class)
@ConditionalOnClass({ MeterBinder.class, TaggedRetryMetrics.class })
@ConditionalOnBean(ResilienceRegistries.class)
public final class ResilienceMetricsAutoConfiguration {

	@Bean
	MeterBinder quiverResilienceMeters(ResilienceRegistries registries) {
		return new ResilienceMeters(registries);
	}

}
