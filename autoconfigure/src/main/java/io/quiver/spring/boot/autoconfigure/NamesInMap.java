package io.quiver.spring.boot.autoconfigure;

import java.lang.reflect.Type;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * The names below a map or a list, where the user chooses the first part.
 *
 * @param name the name of the map, such as {@code operations}
 * @param values the names below each of its keys, or {@code null} for any
 * @author Quiver
 */
record NamesInMap(ConfigurationPropertyName name, @Nullable PropertyNames values) {

	static NamesInMap of(String name, Type valueType) {
		return new NamesInMap(ConfigurationPropertyName.of(name),
				(valueType instanceof Class<?> type && type.isRecord())
						? PropertyNames.of(type.asSubclass(Record.class)) : null);
	}

	boolean contains(ConfigurationPropertyName typed) {
		if (!this.name.isAncestorOf(typed)) {
			return false;
		}
		ConfigurationPropertyName below = below(typed);
		return this.values == null || below.isEmpty() || this.values.contains(below);
	}

	/**
	 * Return what stands below a key.
	 */
	ConfigurationPropertyName below(ConfigurationPropertyName typed) {
		return typed.subName(this.name.getNumberOfElements() + 1);
	}

	boolean containsUniform(String typed) {
		return (this.values == null) ? typed.startsWith(uniformName()) : keyOf(typed).isPresent();
	}

	/**
	 * Return the key in a name without dashes and dots.
	 */
	Optional<String> keyOf(String typed) {
		if (this.values == null || !typed.startsWith(uniformName())) {
			return Optional.empty();
		}
		String below = typed.substring(uniformName().length());
		return Stream.concat(this.values.properties().stream(), this.values.groups().stream())
			.map((value) -> PropertyNames.uniform(ConfigurationPropertyName.of(value)))
			.filter((value) -> below.endsWith(value) && below.length() > value.length())
			.max(Comparator.comparingInt(String::length))
			.map((value) -> below.substring(0, below.length() - value.length()));
	}

	private String uniformName() {
		return PropertyNames.uniform(this.name);
	}

}
