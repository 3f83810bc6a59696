package io.quiver.spring.boot.autoconfigure.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.quiver.data.policy.PoolMonitors;
import io.quiver.data.policy.micrometer.PoolMeters;
import io.quiver.data.policy.micrometer.StoreMeters;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the meters of stores. Calls are
 * timed by Boot's own handler of observations, beside which stands the one that counts
 * rows.
 *
 * @author Quiver
 * @since 0.1
 */
@AutoConfiguration(afterName = { "org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration",
		"org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
		"org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration" })
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean(MeterRegistry.class)
public final class StoreMetricsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	StoreMeters storeMeters(MeterRegistry registry) {
		return new StoreMeters(registry);
	}

	@Bean
	@ConditionalOnMissingBean(PoolMonitors.class)
	PoolMeters poolMeters(MeterRegistry registry) {
		return new PoolMeters(registry);
	}

}
