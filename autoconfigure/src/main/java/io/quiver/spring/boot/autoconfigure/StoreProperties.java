package io.quiver.spring.boot.autoconfigure;

import io.quiver.spring.boot.autoconfigure.embedded.EmbeddedProperties;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Properties of one store, below {@code quiver.stores.<name>}. The descriptions here and
 * in the groups are the only source of the metadata and of the tables in the README.
 *
 * @param kind Kind of the store, such as embedded. By default, that of the group that is
 * set, or the only kind on the class path.
 * @param embedded Embedded store, in the process of the application.
 * @param maxRowSize Largest row that is sent to the store. A larger one is refused before
 * it is sent. By default, that of quiver.defaults.
 * @param schema What is done about the collections of entities.
 * @author Quiver
 * @since 0.1
 */
@ConfigurationPropertiesSource
public record StoreProperties(@Nullable String kind, @NestedConfigurationProperty @Nullable EmbeddedProperties embedded,
		@Nullable DataSize maxRowSize, @NestedConfigurationProperty @DefaultValue SchemaProperties schema) {
}
