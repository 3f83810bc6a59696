package io.quiver.spring.boot.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.quiver.data.core.SchemaPolicy;
import io.quiver.data.core.SchemaPolicy.Mode;
import io.quiver.data.core.SchemaPolicy.When;
import io.quiver.spring.boot.autoconfigure.QuiverProperties.Defaults;
import io.quiver.spring.boot.autoconfigure.StoreKinds.Kind;
import io.quiver.spring.boot.autoconfigure.kind.StorePlan;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/**
 * Reads the stores from the environment. One store at a time instead of the map at once,
 * since a map takes {@code my-shop} and the variable's {@code MYSHOP} for two stores.
 *
 * @author Quiver
 */
final class StoreDefinitions {

	private static final ConfigurationPropertyName STORES = ConfiguredNames.ROOT.append("stores");

	private final Environment environment;

	private final StoreKinds kinds;

	private final ClassLoader classLoader;

	private final Binder binder;

	StoreDefinitions(Environment environment, StoreKinds kinds, ClassLoader classLoader) {
		this.environment = environment;
		this.kinds = kinds;
		this.classLoader = classLoader;
		this.binder = Binder.get(environment);
	}

	/**
	 * Read the stores that are configured.
	 * @return the stores, in the order of their appearance
	 */
	List<StoreDefinition> configured() {
		List<StoreDefinition> stores = new ArrayList<>();
		EmbeddedDirectories directories = new EmbeddedDirectories();
		for (Map.Entry<ConfigurationPropertyName, Set<String>> store : ConfiguredNames.of(this.environment)
			.stores()
			.entrySet()) {
			ConfigurationPropertyName prefix = store.getKey();
			StoreProperties properties = bind(prefix);
			// Before the kind, whose absence would hide that the value is wrong.
			maxRowSize(prefix, properties, defaults());
			Kind<?> kind = this.kinds.choose(prefix.toString(), properties.kind(), store.getValue(), this.classLoader);
			stores.add(define(prefix, kind, properties));
			directories.add(prefix.toString(), properties.embedded());
		}
		return List.copyOf(stores);
	}

	/**
	 * Make up the store that there is when none is configured.
	 * @return the store, or nothing if there is no module
	 */
	Optional<StoreDefinition> fallback() {
		ConfigurationPropertyName name = STORES.append("default");
		return this.kinds.chooseDefault(this.classLoader).map((kind) -> define(name, kind, bind(name)));
	}

	/**
	 * Read which of several stores is the primary one.
	 * @param stores the stores
	 * @return its name, the only store's name, or {@code null}
	 */
	@Nullable String primary(List<StoreDefinition> stores) {
		String primary = this.binder.bind("quiver.primary", String.class).orElse("").strip();
		List<String> names = stores.stream().map(StoreDefinition::name).toList();
		if (!StringUtils.hasText(primary)) {
			return (names.size() == 1) ? names.get(0) : null;
		}
		if (names.contains(primary)) {
			return primary;
		}
		String hint = NearestName.of(primary, names).map("Did you mean '%s'? "::formatted).orElse("");
		throw new FailureAnalyzedException("'quiver.primary' is '%s', but there is no such store.".formatted(primary),
				"%sThere are: %s.".formatted(hint, String.join(", ", names)));
	}

	private StoreProperties bind(ConfigurationPropertyName prefix) {
		return this.binder.bindOrCreate(prefix, Bindable.of(StoreProperties.class), null);
	}

	private Defaults defaults() {
		return this.binder.bindOrCreate("quiver.defaults", Defaults.class);
	}

	private <P> StoreDefinition define(ConfigurationPropertyName prefix, Kind<P> kind, StoreProperties properties) {
		if (!kind.support().isPresent(this.classLoader)) {
			throw new FailureAnalyzedException(
					"'%s' is a store of kind '%s', but the module of that kind is not on the class path."
						.formatted(prefix, kind.support().kind()),
					"Add the dependency '%s'.".formatted(kind.support().starter()));
		}
		P group = kind.group().apply(properties);
		if (group == null) {
			group = new Binder().bindOrCreate("nothing", kind.support().propertiesType());
		}
		StorePlan<?> plan = kind.support().plan(prefix.append(kind.support().kind()).toString(), group);
		Defaults defaults = defaults();
		return new StoreDefinition(prefix.getElement(2, Form.ORIGINAL), plan, maxRowSize(prefix, properties, defaults),
				schema(kind, properties.schema(), defaults.schema()));
	}

	private static DataSize maxRowSize(ConfigurationPropertyName prefix, StoreProperties store, Defaults defaults) {
		DataSize size = Objects.requireNonNullElse(store.maxRowSize(), defaults.maxRowSize());
		if (size.toBytes() <= 0) {
			String name = (store.maxRowSize() != null) ? prefix + ".max-row-size" : "quiver.defaults.max-row-size";
			throw new InvalidConfigurationPropertyValueException(name, size,
					"It must be larger than 0B, such as 16MB.");
		}
		return size;
	}

	private static SchemaPolicy schema(Kind<?> kind, SchemaProperties store, SchemaProperties defaults) {
		Mode byKind = kind.support().isRemote() ? Mode.VALIDATE : Mode.CREATE;
		return new SchemaPolicy(firstOf(store.mode(), defaults.mode(), byKind),
				firstOf(store.when(), defaults.when(), When.FIRST_USE));
	}

	private static <T> T firstOf(@Nullable T first, @Nullable T second, T last) {
		return (first != null) ? first : Objects.requireNonNullElse(second, last);
	}

}
