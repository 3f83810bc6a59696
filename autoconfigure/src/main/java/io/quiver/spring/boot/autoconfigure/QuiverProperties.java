package io.quiver.spring.boot.autoconfigure;

import java.util.Map;

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
 * @param repositories Repositories.
 * @param health Health of stores.
 * @author Quiver
 * @since 0.1
 */
@ConfigurationProperties("quiver")
public record QuiverProperties(@Nullable String primary, Map<String, StoreProperties> stores,
		@DefaultValue Defaults defaults, @DefaultValue Repositories repositories,
		@NestedConfigurationProperty @DefaultValue HealthProperties health) {

	/**
	 * What holds for every store that does not say otherwise.
	 *
	 * @param maxRowSize Largest row that is sent to a store. A larger one is refused
	 * before it is sent.
	 * @param schema What is done about the collections of entities.
	 */
	public record Defaults(@DefaultValue("16MB") DataSize maxRowSize,
			@NestedConfigurationProperty @DefaultValue SchemaProperties schema) {
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
