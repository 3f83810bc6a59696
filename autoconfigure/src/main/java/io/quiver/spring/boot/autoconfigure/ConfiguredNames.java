package io.quiver.spring.boot.autoconfigure;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.ObjectUtils;

/**
 * The names that somebody has set below {@code quiver}. A name that we do not know stops
 * the start: a typing error must never end in an empty store in memory. Boot's handler
 * for unbound elements would leave out environment variables, knows no nearest name, and
 * shows the value, which may be a secret under a mistyped name.
 *
 * @author Quiver
 */
final class ConfiguredNames {

	static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("quiver");

	private static final ConfigurationPropertyName EXAMPLE = ROOT.append("stores.default");

	private static final ConfigurationPropertyName DEFAULTS = ROOT.append("defaults");

	private static final int STORE = 2;

	private static final PropertyNames TOP = PropertyNames.of(QuiverProperties.class);

	private final PropertyNames inStore;

	private final Map<ConfigurationPropertyName, ConfiguredStore> stores = new LinkedHashMap<>();

	private ConfiguredNames(Map<String, Class<? extends Record>> kinds) {
		this.inStore = PropertyNames.of(StoreProperties.class, kinds);
	}

	/**
	 * Collect the names of all sources.
	 * @param environment the environment
	 * @param kinds the properties of kinds, by the names of their groups
	 * @return the names, all of them known
	 */
	static ConfiguredNames of(Environment environment, Map<String, Class<? extends Record>> kinds) {
		ConfiguredNames names = new ConfiguredNames(kinds);
		Iterable<ConfigurationPropertySource> sources = ConfigurationPropertySources.get(environment);
		// Variables last: what they spell without dashes may have its proper name
		// elsewhere.
		for (boolean variables : new boolean[] { false, true }) {
			for (ConfigurationPropertySource source : sources) {
				if (source instanceof IterableConfigurationPropertySource iterable
						&& variables == isSystemEnvironment(source)) {
					iterable.stream()
						.filter(ROOT::isAncestorOf)
						.forEach((name) -> names.add(name, iterable, variables));
				}
			}
		}
		return names;
	}

	private static boolean isSystemEnvironment(ConfigurationPropertySource source) {
		return source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource;
	}

	/**
	 * Return the stores that have anything set.
	 * @return the stores, in the order of their appearance
	 */
	Collection<ConfiguredStore> stores() {
		return this.stores.values();
	}

	private void add(ConfigurationPropertyName name, ConfigurationPropertySource source, boolean variable) {
		if (!"stores".equals(name.getElement(1, Form.UNIFORM))) {
			checkTop(name, source, variable);
		}
		else if (name.getNumberOfElements() > STORE) {
			addStore(name, source, variable);
		}
		else if (hasText(name, source)) {
			throw new FailureAnalyzedException(
					"The property '%s'%s holds stores by name, no value.".formatted(name, origin(name, source)),
					"Set properties of a store below its name, such as '%s.path'."
						.formatted(EXAMPLE.append("embedded")));
		}
	}

	/**
	 * The prefix is ours, so what we do not know is an error. Of variables only what is
	 * nearly ours: a platform may set others, such as {@code QUIVER_SERVICE_HOST} for a
	 * service called quiver.
	 */
	private void checkTop(ConfigurationPropertyName name, ConfigurationPropertySource source, boolean variable) {
		ConfigurationPropertyName below = name.subName(1);
		if (variable ? TOP.containsUniform(PropertyNames.uniform(below)) : TOP.contains(below)) {
			requireNoValue(name, source, TOP.below(below));
			return;
		}
		Optional<String> inStore = DEFAULTS.isAncestorOf(name) ? inStore(name.subName(STORE))
				: this.inStore.withEnd(below, variable);
		if (inStore.isPresent()) {
			throw new FailureAnalyzedException(
					"The property '%s'%s belongs to a store.".formatted(name, origin(name, source)),
					"Set '%s.%s', where '%s' is the name of the store.".formatted(EXAMPLE, inStore.get(),
							EXAMPLE.getLastElement(Form.ORIGINAL)));
		}
		if (!variable || TOP.isNear(below.getElement(0, Form.DASHED))) {
			throw unknown(name, source, ROOT, TOP, below);
		}
	}

	private Optional<String> inStore(ConfigurationPropertyName name) {
		return this.inStore.contains(name) ? Optional.of(name.toString()) : Optional.empty();
	}

	private void addStore(ConfigurationPropertyName name, ConfigurationPropertySource source, boolean variable) {
		if (variable && isSpeltWithoutDashes(name)) {
			return;
		}
		ConfigurationPropertyName prefix = name.chop(STORE + 1);
		ConfiguredStore store = this.stores.computeIfAbsent(prefix, ConfiguredStore::new);
		if (name.getNumberOfElements() == STORE + 1) {
			if (hasText(name, source)) {
				throw new FailureAnalyzedException(
						"The property '%s'%s is a store, no value.".formatted(name, origin(name, source)),
						"Set properties of the store below it, such as '%s.kind'.".formatted(name));
			}
			return;
		}
		ConfigurationPropertyName below = name.subName(STORE + 1);
		String uniform = PropertyNames.uniform(below);
		if (!(variable ? this.inStore.containsUniform(uniform) : this.inStore.contains(below))) {
			throw unknown(name, source, prefix, this.inStore, below);
		}
		requireNoValue(name, source, this.inStore.below(below));
		if (variable) {
			store.add(this.inStore, uniform);
		}
		else {
			store.add(below);
		}
	}

	private static void requireNoValue(ConfigurationPropertyName name, ConfigurationPropertySource source,
			List<String> below) {
		if (!below.isEmpty() && hasText(name, source)) {
			throw new FailureAnalyzedException(
					"The property '%s'%s has properties below it, no value.".formatted(name, origin(name, source)),
					"Set one of those: %s."
						.formatted(below.stream().map((end) -> name + "." + end).collect(Collectors.joining(", "))));
		}
	}

	/**
	 * {@code QUIVER_STORES_MY_SHOP_MAX_ROW_SIZE} where another source has the store
	 * {@code my-shop}.
	 */
	private boolean isSpeltWithoutDashes(ConfigurationPropertyName variable) {
		String uniform = PropertyNames.uniform(variable.subName(STORE));
		for (ConfiguredStore store : this.stores.values()) {
			String prefix = PropertyNames.uniform(store.prefix().subName(STORE));
			if (uniform.startsWith(prefix) && this.inStore.containsUniform(uniform.substring(prefix.length()))) {
				store.add(this.inStore, uniform.substring(prefix.length()));
				return true;
			}
		}
		return false;
	}

	private static FailureAnalyzedException unknown(ConfigurationPropertyName name, ConfigurationPropertySource source,
			ConfigurationPropertyName prefix, PropertyNames known, ConfigurationPropertyName below) {
		for (NamesInMap map : known.maps().values()) {
			if (map.values() != null && map.name().isAncestorOf(below) && !map.below(below).isEmpty()) {
				ConfigurationPropertyName entry = name
					.chop(name.getNumberOfElements() - map.below(below).getNumberOfElements());
				return unknown(name, source, entry, map.values(), map.below(below));
			}
		}
		String description = "The property '%s'%s is not known.".formatted(name, origin(name, source));
		String hint = known.nearest(below.toString())
			.map((nearest) -> "Did you mean '%s.%s'?".formatted(prefix, nearest))
			.orElse("Remove it, or correct its name.");
		return new FailureAnalyzedException(description,
				"%s Below '%s' there are: %s.".formatted(hint, prefix, String.join(", ", known.around(below))));
	}

	private static String origin(ConfigurationPropertyName name, ConfigurationPropertySource source) {
		ConfigurationProperty property = source.getConfigurationProperty(name);
		@Nullable Object origin = (property != null) ? property.getOrigin() : null;
		return (origin != null) ? " (from " + origin + ")" : "";
	}

	/**
	 * A group with nothing below it, as in {@code stores: {}}, is an empty text.
	 */
	private static boolean hasText(ConfigurationPropertyName name, ConfigurationPropertySource source) {
		ConfigurationProperty property = source.getConfigurationProperty(name);
		return property != null && !ObjectUtils.isEmpty(property.getValue());
	}

}
