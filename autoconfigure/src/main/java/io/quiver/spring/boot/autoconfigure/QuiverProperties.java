package io.quiver.spring.boot.autoconfigure;

import java.util.Map;

import io.quiver.spring.boot.autoconfigure.policy.BulkheadProperties;
import io.quiver.spring.boot.autoconfigure.policy.CircuitBreakerProperties;
import io.quiver.spring.boot.autoconfigure.policy.PolicyProperties;
import io.quiver.spring.boot.autoconfigure.policy.PoolProperties;
import io.quiver.spring.boot.autoconfigure.policy.RetryProperties;
import io.quiver.spring.boot.autoconfigure.policy.SslProperties;
import io.quiver.spring.boot.autoconfigure.policy.TimeoutProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Properties of Quiver. Read before there are beans, since they decide which beans there
 * are, and therefore never a bean itself; the annotation is for the metadata, which takes
 * its descriptions from here.
 *
 * @param primary Name of the store that is meant where none is named. By default, the
 * only one; with several stores, none.
 * @param stores Stores by name, each with properties of its own. By default, one embedded
 * store 'default' in memory.
 * @param defaults What holds for every store that does not say otherwise.
 * @param observations What is observed of calls.
 * @param health Health of stores.
 * @param repositories Repositories.
 * @author Quiver
 * @since 0.1
 */
@ConfigurationProperties("quiver")
public record QuiverProperties(@Nullable String primary, Map<String, StoreProperties> stores,
		@DefaultValue Defaults defaults, @DefaultValue Observations observations,
		@NestedConfigurationProperty @DefaultValue HealthProperties health, @DefaultValue Repositories repositories) {

	/**
	 * What holds for every store that does not say otherwise.
	 *
	 * @param timeout How long things may take.
	 * @param retry How calls are repeated that failed because of the system.
	 * @param circuitBreaker When a store that fails is left in peace for a while.
	 * @param bulkhead How many calls there may be at once.
	 * @param pool How many sessions are kept, where a kind has sessions.
	 * @param ssl How connections are encrypted, where a store is remote.
	 * @param requireTls Whether a connection to another machine that is not encrypted is
	 * an error; else it is a warning where credentials are sent. By default, false.
	 * @param maxRowSize Largest row that is sent to a store. A larger one is refused
	 * before it is sent.
	 * @param schema What is done about the collections of entities.
	 */
	public record Defaults(@NestedConfigurationProperty @DefaultValue TimeoutProperties timeout,
			@NestedConfigurationProperty @DefaultValue RetryProperties retry,
			@NestedConfigurationProperty @DefaultValue CircuitBreakerProperties circuitBreaker,
			@NestedConfigurationProperty @DefaultValue BulkheadProperties bulkhead,
			@NestedConfigurationProperty @DefaultValue PoolProperties pool,
			@NestedConfigurationProperty @DefaultValue SslProperties ssl, @Nullable Boolean requireTls,
			@DefaultValue("16MB") DataSize maxRowSize,
			@NestedConfigurationProperty @DefaultValue SchemaProperties schema) implements PolicyProperties {
	}

	/**
	 * What is observed of calls.
	 *
	 * @param includeFilters Whether the conditions of searches are traced, with the
	 * values that are compared.
	 */
	public record Observations(@DefaultValue("false") boolean includeFilters) {
	}

	/**
	 * Repositories.
	 *
	 * @param enabled Whether repositories are looked for in the packages of the
	 * application.
	 */
	public record Repositories(@DefaultValue("true") boolean enabled) {
	}

}
