package io.quiver.spring.boot.autoconfigure;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;

/**
 * The names that can be set below a prefix, read from the record that is bound to it.
 *
 * @param properties the names of values, such as {@code schema.mode}
 * @param groups the names of what has names below it, such as {@code schema}
 * @author Quiver
 */
record PropertyNames(List<String> properties, List<String> groups) {

	static PropertyNames of(Class<? extends Record> type) {
		PropertyNames names = new PropertyNames(new ArrayList<>(), new ArrayList<>());
		names.collect("", type);
		return new PropertyNames(names.properties.stream().sorted().toList(), names.groups.stream().sorted().toList());
	}

	private void collect(String prefix, Class<?> type) {
		for (RecordComponent component : type.getRecordComponents()) {
			String name = prefix + DataObjectPropertyName.toDashedForm(component.getName());
			if (component.getType().isRecord()) {
				this.groups.add(name);
				collect(name + ".", component.getType());
			}
			else {
				this.properties.add(name);
			}
		}
	}

	boolean contains(ConfigurationPropertyName name) {
		return all().anyMatch(name::equals);
	}

	/**
	 * Environment variables keep no dashes, and dots that may have been dashes.
	 */
	boolean containsUniform(String name) {
		return all().map(PropertyNames::uniform).anyMatch(name::equals);
	}

	/**
	 * Return the first element of a name without dashes and dots.
	 */
	Optional<String> firstOf(String uniform) {
		return all().filter((name) -> uniform(name).equals(uniform))
			.map((name) -> name.getElement(0, Form.DASHED))
			.findFirst();
	}

	/**
	 * Return the name that ends with what was typed, or stands in the group that was.
	 */
	Optional<String> withEnd(ConfigurationPropertyName typed) {
		String uniform = uniform(typed);
		return all().filter((name) -> uniform(name).equals(uniform) || endsWith(name, uniform))
			.map(ConfigurationPropertyName::toString)
			.findFirst()
			.or(() -> this.groups.contains(typed.getElement(0, Form.DASHED)) ? nearest(typed.toString())
					: Optional.empty());
	}

	private static boolean endsWith(ConfigurationPropertyName name, String uniform) {
		return name.getNumberOfElements() > 1 && uniform(name.subName(1)).equals(uniform);
	}

	boolean isNear(String first) {
		return NearestName.of(first, all().map((name) -> name.getElement(0, Form.DASHED)).toList()).isPresent();
	}

	/**
	 * Return the name that was probably meant: the whole of it, or with its first part
	 * corrected.
	 */
	Optional<String> nearest(String typed) {
		List<String> names = all().map(ConfigurationPropertyName::toString).toList();
		return NearestName.of(typed, names).or(() -> {
			int dot = typed.indexOf('.');
			return (dot > 0) ? NearestName.of(typed.substring(0, dot), names) : Optional.empty();
		});
	}

	private Stream<ConfigurationPropertyName> all() {
		return Stream.concat(this.properties.stream(), this.groups.stream()).map(ConfigurationPropertyName::of);
	}

	static String uniform(ConfigurationPropertyName name) {
		StringBuilder uniform = new StringBuilder();
		for (int i = 0; i < name.getNumberOfElements(); i++) {
			uniform.append(name.getElement(i, Form.UNIFORM));
		}
		return uniform.toString();
	}

}
