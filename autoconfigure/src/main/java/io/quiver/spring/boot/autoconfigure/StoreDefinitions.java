package io.quiver.spring.boot.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import io.quiver.data.core.SchemaPolicy;
import io.quiver.data.core.SchemaPolicy.Mode;
import io.quiver.data.core.SchemaPolicy.When;
import io.quiver.spring.boot.autoconfigure.QuiverProperties.Defaults;

import io.quiver.spring.boot.autoconfigure.embedded.EmbeddedProperties;
import io.quiver.spring.boot.autoconfigure.kind.StorePlan;
import io.quiver.spring.boot.autoconfigure.kind.StoreSupport;
import io.quiver.spring.boot.autoconfigure.policy.StorePolicy;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindException;
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
		for (ConfiguredStore store : ConfiguredNames.of(this.environment, this.kinds.groups()).stores()) {
			StoreProperties properties = bind(store.prefix());
			// Before the kind, whose absence would hide that the value is wrong.
			maxRowSize(store.prefix(), properties, defaults());
			StoreSupport<?> kind = this.kinds.choose(store.prefix().toString(), properties.kind(), store.groups(),
					this.classLoader);
			stores.add(define(store, kind, properties, directories));
		}
		stores.forEach((store) -> requireOwnInstances(store, stores));
		return List.copyOf(stores);
	}

	/**
	 * {@code quiver-catalog-get} could be the store {@code catalog-get}, or the operation
	 * {@code get} of {@code catalog}: whichever came first would hold for both.
	 */
	private static void requireOwnInstances(StoreDefinition store, List<StoreDefinition> stores) {
		for (String operation : store.policy().retriedApart()) {
			String instance = store.name() + "-" + operation;
			if (stores.stream().map(StoreDefinition::name).anyMatch(instance::equals)) {
				throw new FailureAnalyzedException(
						"The operation '%s' of the store '%s' and the store '%s' would have the same retry 'quiver-%s'."
							.formatted(operation, store.name(), instance, instance),
						"Give one of the stores another name, or remove '%s.operations.%s.retry'."
							.formatted(STORES.append(store.name()), operation));
			}
		}
	}

	/**
	 * Make up a store of each kind that has connection details, and no store that they
	 * could be of.
	 * @param configured the stores that are configured
	 * @param details the connection details that there are
	 * @return the stores, called {@code default}, or after their kind where that is taken
	 */
	List<StoreDefinition> implied(List<StoreDefinition> configured, ConnectionDetailsBeans details) {
		List<StoreDefinition> stores = new ArrayList<>();
		for (StoreSupport<?> kind : this.kinds.all()) {
			if (details.has(kind) && configured.stream().noneMatch((store) -> store.isOf(kind))) {
				boolean taken = Stream.concat(configured.stream(), stores.stream())
					.anyMatch((store) -> store.name().equals("default"));
				ConfiguredStore store = new ConfiguredStore(STORES.append(taken ? kind.kind() : "default"));
				stores.add(define(store, kind, bind(store.prefix()), new EmbeddedDirectories()));
			}
		}
		return stores;
	}

	/**
	 * Make up the store that there is when none is configured.
	 * @return the store, or nothing if there is no module
	 */
	Optional<StoreDefinition> fallback() {
		ConfiguredStore store = new ConfiguredStore(STORES.append("default"));
		return this.kinds.chooseDefault(this.classLoader)
			.map((kind) -> define(store, kind, bind(store.prefix()), new EmbeddedDirectories()));
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
		return bind(prefix, StoreProperties.class);
	}

	private <T> T bind(ConfigurationPropertyName name, Class<T> type) {
		try {
			return this.binder.bindOrCreate(name, Bindable.of(type), null);
		}
		catch (BindException ex) {
			throw WrongValue.of(ex);
		}
	}

	private Defaults defaults() {
		return this.binder.bindOrCreate("quiver.defaults", Defaults.class);
	}

	private <P extends Record> StoreDefinition define(ConfiguredStore store, StoreSupport<P> kind,
			StoreProperties properties, EmbeddedDirectories directories) {
		ConfigurationPropertyName prefix = store.prefix();
		if (!kind.isPresent(this.classLoader)) {
			throw new FailureAnalyzedException(
					"'%s' is a store of kind '%s', but the module of that kind is not on the class path."
						.formatted(prefix, kind.kind()),
					"Add the dependency '%s'.".formatted(kind.starter()));
		}
		ConfigurationPropertyName group = prefix.append(kind.kind());
		P own = bind(group, kind.propertiesType());
		StorePlan<?> plan = kind.plan(group.toString(), own);
		if (own instanceof EmbeddedProperties embedded) {
			directories.add(prefix.toString(), embedded);
		}
		new KindFit(store, kind).check(properties);
		Defaults defaults = defaults();
		StorePolicy policy = StorePolicy.of(prefix.toString(), properties, "quiver.defaults", defaults, kind.timeouts(),
				new ConfiguredOperations(store, kind).bind(this.binder));
		return new StoreDefinition(prefix.getElement(2, Form.ORIGINAL), kind, plan, policy,
				maxRowSize(prefix, properties, defaults), schema(kind, properties.schema(), defaults.schema()), null);
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

	private static SchemaPolicy schema(StoreSupport<?> kind, SchemaProperties store, SchemaProperties defaults) {
		Mode byKind = kind.isRemote() ? Mode.VALIDATE : Mode.CREATE;
		return new SchemaPolicy(firstOf(store.mode(), defaults.mode(), byKind),
				firstOf(store.when(), defaults.when(), When.FIRST_USE));
	}

	private static <T> T firstOf(@Nullable T first, @Nullable T second, T last) {
		return (first != null) ? first : Objects.requireNonNullElse(second, last);
	}

}
