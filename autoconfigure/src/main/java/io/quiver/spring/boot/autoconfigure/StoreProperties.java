package io.quiver.spring.boot.autoconfigure;

import java.util.Map;

import io.quiver.spring.boot.autoconfigure.embedded.EmbeddedProperties;
import io.quiver.spring.boot.autoconfigure.policy.BulkheadProperties;
import io.quiver.spring.boot.autoconfigure.policy.CircuitBreakerProperties;
import io.quiver.spring.boot.autoconfigure.policy.OperationProperties;
import io.quiver.spring.boot.autoconfigure.policy.PolicyProperties;
import io.quiver.spring.boot.autoconfigure.policy.PoolProperties;
import io.quiver.spring.boot.autoconfigure.policy.RetryProperties;
import io.quiver.spring.boot.autoconfigure.policy.SslProperties;
import io.quiver.spring.boot.autoconfigure.policy.TimeoutProperties;
import io.quiver.spring.boot.autoconfigure.proxima.ProximaProperties;
import io.quiver.spring.boot.autoconfigure.seekdb.SeekdbProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Properties of one store, below {@code quiver.stores.<name>}. The descriptions here and
 * in the groups are the only source of the metadata and of the tables in the README.
 * Operations and the group of the kind are here for that only: they are bound one by one,
 * since a map would take {@code delete-by-key} and the variable's {@code DELETEBYKEY} for
 * two, and a kind that is not ours has its group as well.
 *
 * @param kind Kind of the store, such as embedded. By default, that of the group that is
 * set, or the only kind on the class path.
 * @param embedded Embedded store, in the process of the application.
 * @param proxima Store in Proxima BE.
 * @param seekdb Store in OceanBase seekdb.
 * @param timeout How long things may take.
 * @param retry How calls are repeated that failed because of the system.
 * @param circuitBreaker When a store that fails is left in peace for a while.
 * @param bulkhead How many calls there may be at once.
 * @param pool How many sessions are kept. Only for kinds that have sessions.
 * @param ssl How connections are encrypted. Only for stores that are remote.
 * @param requireTls Whether a connection to another machine that is not encrypted is an
 * error; else it is a warning where credentials are sent. By default, false.
 * @param operations What holds for single operations, by their names, instead of what
 * holds for the store. By default, nothing.
 * @param maxRowSize Largest row that is sent to the store. A larger one is refused before
 * it is sent. By default, that of quiver.defaults.
 * @param schema What is done about the collections of entities.
 * @author Quiver
 * @since 0.1
 */
@ConfigurationPropertiesSource
public record StoreProperties(@Nullable String kind, @NestedConfigurationProperty @Nullable EmbeddedProperties embedded,
		@NestedConfigurationProperty @Nullable ProximaProperties proxima,
		@NestedConfigurationProperty @Nullable SeekdbProperties seekdb,
		@NestedConfigurationProperty @DefaultValue TimeoutProperties timeout,
		@NestedConfigurationProperty @DefaultValue RetryProperties retry,
		@NestedConfigurationProperty @DefaultValue CircuitBreakerProperties circuitBreaker,
		@NestedConfigurationProperty @DefaultValue BulkheadProperties bulkhead,
		@NestedConfigurationProperty @DefaultValue PoolProperties pool,
		@NestedConfigurationProperty @DefaultValue SslProperties ssl, @Nullable Boolean requireTls,
		@Nullable Map<String, OperationProperties> operations, @Nullable DataSize maxRowSize,
		@NestedConfigurationProperty @DefaultValue SchemaProperties schema) implements PolicyProperties {
}
