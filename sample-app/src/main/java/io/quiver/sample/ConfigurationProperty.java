package io.quiver.sample;

import io.quiver.data.core.mapping.FullText;
import io.quiver.data.core.mapping.VectorCollection;
import io.quiver.data.core.mapping.VectorField;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Vector;

/**
 * A configuration property, found by its name or by what its description means.
 *
 * @param name the whole name, such as {@code server.port}
 * @param group the first segments of the name, such as {@code server}
 * @param type the type of its value, without packages
 * @param description what it is for, in words
 * @param deprecated whether it should no longer be set
 * @param defaultValue the value that holds if it is not set
 * @param embedding what the description means
 * @author Quiver
 */
@VectorCollection("configuration_properties")
record ConfigurationProperty(@Id String name, String group, String type, @FullText String description,
		boolean deprecated, @Nullable String defaultValue, @VectorField(dimension = 384) Vector embedding) {

	static ConfigurationProperty of(PropertyDescription property, Vector embedding) {
		return new ConfigurationProperty(property.name(), property.group(), property.type(), property.description(),
				property.deprecated(), property.defaultValue(), embedding);
	}

	PropertyDescription withoutEmbedding() {
		return new PropertyDescription(this.name, this.group, this.type, this.description, this.deprecated,
				this.defaultValue);
	}

}
