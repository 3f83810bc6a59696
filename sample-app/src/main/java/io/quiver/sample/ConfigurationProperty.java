package io.quiver.sample;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import io.quiver.data.core.mapping.VectorCollection;
import io.quiver.data.core.mapping.VectorField;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Vector;

/**
 * A configuration property, found by its name or by what its description means.
 *
 * @param id made of the name: every store keeps rows by a number, but not by a text
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
record ConfigurationProperty(@Id long id, String name, String group, String type, String description,
		boolean deprecated, @Nullable String defaultValue, @VectorField(dimension = 384) Vector embedding) {

	static ConfigurationProperty of(PropertyDescription property, Vector embedding) {
		return new ConfigurationProperty(id(property.name()), property.name(), property.group(), property.type(),
				property.description(), property.deprecated(), property.defaultValue(), embedding);
	}

	/**
	 * Make the id of a name: 48 bits of its hash, which are as many numbers as a browser
	 * can tell apart, and far more than there are names.
	 */
	static long id(String name) {
		return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits() >>> 16;
	}

	PropertyDescription withoutEmbedding() {
		return new PropertyDescription(this.name, this.group, this.type, this.description, this.deprecated,
				this.defaultValue);
	}

}
