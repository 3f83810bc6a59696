package io.quiver.spring.boot.autoconfigure;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;

/**
 * The names that can be set below a prefix, read from the record that is bound to it.
 *
 * @param properties the names of values, such as {@code schema.mode}
 * @param groups the names of what has names below it, such as {@code schema}
 * @param maps the names of what has names of the user below it, such as
 * {@code operations}, and the names below those
 * @author Quiver
 */
record PropertyNames(List<String> properties, List<String> groups, Map<String, NamesInMap> maps) {

	static PropertyNames of(Class<? extends Record> type) {
		return of(type, Map.of());
	}

	/**
	 * Read the names.
	 * @param type the record
	 * @param more groups that the record does not have, by their names
	 */
	static PropertyNames of(Class<? extends Record> type, Map<String, Class<? extends Record>> more) {
		PropertyNames names = new PropertyNames(new ArrayList<>(), new ArrayList<>(), new TreeMap<>());
		names.collect("", type);
		more.forEach((name, group) -> {
			names.groups.add(name);
			names.collect(name + ".", group);
		});
		return new PropertyNames(names.properties.stream().sorted().distinct().toList(),
				names.groups.stream().sorted().distinct().toList(), names.maps);
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
				if (Map.class.isAssignableFrom(component.getType())) {
					this.maps.put(name, NamesInMap.of(name, valueType(component)));
				}
				else if (Collection.class.isAssignableFrom(component.getType()) || component.getType().isArray()) {
					this.maps.put(name, NamesInMap.of(name, Object.class));
				}
			}
		}
	}

	private static Type valueType(RecordComponent component) {
		return (component.getGenericType() instanceof ParameterizedType map) ? map.getActualTypeArguments()[1]
				: Object.class;
	}

	boolean contains(ConfigurationPropertyName name) {
		return all().anyMatch(name::equals) || this.maps.values().stream().anyMatch((map) -> map.contains(name));
	}

	/**
	 * Return what can be set below a name.
	 * @param typed the name
	 * @return the names below it, none if it is that of a value
	 */
	List<String> below(ConfigurationPropertyName typed) {
		for (NamesInMap map : this.maps.values()) {
			if (map.values() != null && map.name().isAncestorOf(typed)) {
				ConfigurationPropertyName below = map.below(typed);
				return below.isEmpty() ? map.values().properties() : map.values().below(below);
			}
		}
		return this.groups.stream()
			.filter((group) -> ConfigurationPropertyName.of(group).equals(typed))
			.flatMap((group) -> this.properties.stream()
				.filter((property) -> property.startsWith(group + "."))
				.map((property) -> property.substring(group.length() + 1)))
			.toList();
	}

	/**
	 * Environment variables keep no dashes, and dots that may have been dashes.
	 */
	boolean containsUniform(String name) {
		return firstOf(name).isPresent();
	}

	/**
	 * Return the first element of a name without dashes and dots.
	 */
	Optional<String> firstOf(String uniform) {
		Stream<ConfigurationPropertyName> names = all().filter((name) -> uniform(name).equals(uniform));
		Stream<ConfigurationPropertyName> maps = this.maps.values()
			.stream()
			.filter((map) -> map.containsUniform(uniform))
			.map(NamesInMap::name);
		return Stream.concat(names, maps).map((name) -> name.getElement(0, Form.DASHED)).findFirst();
	}

	/**
	 * Return the name that ends with what was typed, or stands in the group that was. A
	 * variable that could be the end of several, such as {@code QUIVER_ENABLED}, is
	 * somebody else's.
	 */
	Optional<String> withEnd(ConfigurationPropertyName typed, boolean variable) {
		if (this.maps.values().stream().anyMatch((map) -> map.contains(typed))) {
			return Optional.of(typed.toString());
		}
		String uniform = uniform(typed);
		return all().filter((name) -> uniform(name).equals(uniform))
			.findFirst()
			.or(() -> end(uniform, variable))
			.map(ConfigurationPropertyName::toString)
			.or(() -> this.groups.contains(typed.getElement(0, Form.DASHED)) ? nearest(typed.toString())
					: Optional.empty());
	}

	private Optional<ConfigurationPropertyName> end(String uniform, boolean variable) {
		List<ConfigurationPropertyName> names = all()
			.filter((name) -> name.getNumberOfElements() > 1 && uniform(name.subName(1)).equals(uniform))
			.toList();
		return (variable && names.size() > 1) ? Optional.empty() : names.stream().findFirst();
	}

	boolean isNear(String first) {
		return NearestName.of(first, firsts()).isPresent();
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

	/**
	 * Return the names among which the right one is: those of the group, if there is such
	 * a group, else the first parts of all.
	 */
	List<String> around(ConfigurationPropertyName typed) {
		String group = typed.getElement(0, Form.DASHED) + ".";
		List<String> inGroup = this.properties.stream().filter((name) -> name.startsWith(group)).toList();
		return (inGroup.isEmpty()) ? firsts() : inGroup;
	}

	private List<String> firsts() {
		return all().map((name) -> name.getElement(0, Form.DASHED)).distinct().sorted().toList();
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
