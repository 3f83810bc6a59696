package io.quiver.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * All described configuration properties on the class path but Quiver's own, read from
 * the metadata that every Spring Boot module brings along for editors.
 *
 * @author Quiver
 */
@Component
class PropertyCatalogue {

	/**
	 * What is generated comes first; what is written by hand fills in.
	 */
	private static final List<String> LOCATIONS = List.of("META-INF/spring-configuration-metadata.json",
			"META-INF/additional-spring-configuration-metadata.json");

	/**
	 * Left out: there are some of each for every kind of store, all of pools, time-outs
	 * and sizes, and they would crowd out the properties of Spring Boot.
	 */
	private static final String OWN = "quiver.";

	private final Map<String, PropertyDescription> properties;

	@Autowired
	PropertyCatalogue(JsonMapper mapper) {
		this(mapper, PropertyCatalogue.class.getClassLoader());
	}

	PropertyCatalogue(JsonMapper mapper, ClassLoader classLoader) {
		Map<String, PropertyDescription> properties = new TreeMap<>();
		for (String location : LOCATIONS) {
			for (URL url : urls(classLoader, location)) {
				read(mapper, url).described()
					.filter((property) -> !property.name().startsWith(OWN))
					.forEach((property) -> properties.putIfAbsent(property.name(), property));
			}
		}
		this.properties = Collections.unmodifiableMap(properties);
	}

	private static List<URL> urls(ClassLoader classLoader, String location) {
		try {
			return Collections.list(classLoader.getResources(location));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Class path cannot be searched for '%s'".formatted(location), ex);
		}
	}

	private static ConfigurationMetadata read(JsonMapper mapper, URL url) {
		try (InputStream in = url.openStream()) {
			return mapper.readValue(in, ConfigurationMetadata.class);
		}
		catch (IOException | JacksonException ex) {
			throw new IllegalStateException("Configuration metadata cannot be read from " + url, ex);
		}
	}

	Collection<PropertyDescription> properties() {
		return this.properties.values();
	}

	int size() {
		return this.properties.size();
	}

	Map<String, Long> groups() {
		return count(PropertyDescription::group);
	}

	Map<String, Long> types() {
		return count(PropertyDescription::type);
	}

	private Map<String, Long> count(Function<PropertyDescription, String> value) {
		return properties().stream()
			.map(value)
			.collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
	}

}
