package io.quiver.spring.boot.autoconfigure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;

import io.micrometer.observation.ObservationRegistry;
import io.quiver.data.core.SchemaPolicy;
import io.quiver.data.core.SchemaPolicy.Mode;
import io.quiver.data.core.SchemaPolicy.When;
import io.quiver.data.policy.Operation;
import io.quiver.data.policy.StoreCalls;
import io.quiver.spring.boot.autoconfigure.embedded.EmbeddedProperties.Durability;
import io.quiver.spring.boot.autoconfigure.policy.ResilienceRegistries;
import io.quiver.spring.boot.autoconfigure.policy.StoreCallsFactory;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link StoreDefinitions}, on kinds without an engine.
 *
 * @author Quiver
 */
class StoreDefinitionsTests {

	private final StandardEnvironment environment = new StandardEnvironment();

	private final FakeStoreSupport near = new FakeStoreSupport("embedded", false);

	private final FakeStoreSupport far = new FakeStoreSupport("far", true);

	@Test
	void nothingConfiguredMakesNoStore() {
		assertThat(configured()).isEmpty();
	}

	@Test
	void groupIsTheKind() {
		set("quiver.stores.catalog.embedded.path", "data");
		assertThat(configured()).extracting(StoreDefinition::name).containsExactly("catalog");
		planned("quiver.stores.catalog.embedded", "data", Durability.FORCE);
	}

	@Test
	void groupWithNothingBelowIsTheKind() {
		set("quiver.stores.catalog.embedded", "");
		configured();
		planned("quiver.stores.catalog.embedded", null, Durability.FORCE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "embedded:", "embedded: {}", "{ embedded: }", "{ embedded: {} }", "kind: embedded" })
	void groupWithNothingBelowIsTheKindInYaml(String catalog) throws IOException {
		String yaml = "quiver:\n  stores:\n    catalog:\n      %s\n".formatted(catalog);
		new YamlPropertySourceLoader().load("yaml", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)))
			.forEach(this.environment.getPropertySources()::addLast);
		assertThat(configured()).extracting(StoreDefinition::name).containsExactly("catalog");
	}

	@Test
	void kindNeedsNoGroup() {
		set("quiver.stores.catalog.kind", "embedded");
		configured();
		planned("quiver.stores.catalog.embedded", null, Durability.FORCE);
	}

	@Test
	void kindMayStandBesideItsGroup() {
		set("quiver.stores.catalog.kind", "Embedded");
		set("quiver.stores.catalog.embedded.durability", "os");
		configured();
		planned("quiver.stores.catalog.embedded", null, Durability.OS);
	}

	@Test
	void severalStoresKeepTheirNames() {
		set("quiver.stores.catalog.kind", "embedded");
		set("quiver.stores.my-shop.kind", "embedded");
		assertThat(configured()).extracting(StoreDefinition::name).containsExactlyInAnyOrder("catalog", "my-shop");
	}

	@Test
	void defaultsOfALocalStore() {
		set("quiver.stores.catalog.kind", "embedded");
		assertThat(configured()).singleElement().satisfies((store) -> {
			assertThat(store.maxRowSize()).isEqualTo(DataSize.ofMegabytes(16));
			assertThat(store.schema()).isEqualTo(new SchemaPolicy(Mode.CREATE, When.FIRST_USE));
		});
	}

	@Test
	void remoteStoreIsOnlyValidated() {
		set("quiver.stores.catalog.kind", "far");
		assertThat(configured()).extracting(StoreDefinition::schema)
			.containsExactly(new SchemaPolicy(Mode.VALIDATE, When.FIRST_USE));
	}

	@Test
	void defaultsHoldForEveryStore() {
		set("quiver.defaults.max-row-size", "1MB");
		set("quiver.defaults.schema.mode", "none");
		set("quiver.defaults.schema.when", "startup");
		set("quiver.stores.catalog.kind", "far");
		assertThat(configured()).singleElement().satisfies((store) -> {
			assertThat(store.maxRowSize()).isEqualTo(DataSize.ofMegabytes(1));
			assertThat(store.schema()).isEqualTo(new SchemaPolicy(Mode.NONE, When.STARTUP));
		});
	}

	@Test
	void storeOverridesDefaults() {
		set("quiver.defaults.max-row-size", "1MB");
		set("quiver.defaults.schema.mode", "none");
		set("quiver.stores.catalog.kind", "far");
		set("quiver.stores.catalog.max-row-size", "2KB");
		set("quiver.stores.catalog.schema.mode", "create");
		assertThat(configured()).singleElement().satisfies((store) -> {
			assertThat(store.maxRowSize()).isEqualTo(DataSize.ofKilobytes(2));
			assertThat(store.schema().mode()).isEqualTo(Mode.CREATE);
		});
	}

	@Test
	void relaxedNamesWork() {
		set("quiver.stores.catalog.kind", "far");
		set("quiver.stores.catalog.maxRowSize", "2KB");
		set("quiver.stores.catalog.schema.WHEN", "STARTUP");
		assertThat(configured()).singleElement().satisfies((store) -> {
			assertThat(store.maxRowSize()).isEqualTo(DataSize.ofKilobytes(2));
			assertThat(store.schema().when()).isEqualTo(When.STARTUP);
		});
	}

	@Test
	void environmentVariablesMakeAStore() {
		variable("QUIVER_STORES_CATALOG_EMBEDDED_PATH", "data");
		variable("QUIVER_STORES_CATALOG_MAXROWSIZE", "2KB");
		assertThat(configured()).singleElement().satisfies((store) -> {
			assertThat(store.name()).isEqualTo("catalog");
			assertThat(store.maxRowSize()).isEqualTo(DataSize.ofKilobytes(2));
		});
	}

	@Test
	void environmentVariableMeansTheStoreThatHasADash() {
		set("quiver.stores.my-shop.kind", "embedded");
		variable("QUIVER_STORES_MYSHOP_EMBEDDED_PATH", "data");
		assertThat(configured()).extracting(StoreDefinition::name).containsExactly("my-shop");
		planned("quiver.stores.my-shop.embedded", "data", Durability.FORCE);
	}

	@Test
	void unknownEnvironmentVariableIsNamed() {
		variable("QUIVER_STORES_CATALOG_EMBEDED_PATH", "data");
		refused("quiver.stores.catalog.embeded.path").withMessageContaining("QUIVER_STORES_CATALOG_EMBEDED_PATH");
	}

	@Test
	void unknownNameInAStoreIsRefusedWithTheNearest() {
		set("quiver.stores.catalog.kind", "embedded");
		set("quiver.stores.catalog.embeded.path", "secret");
		refused("'quiver.stores.catalog.embeded.path'")
			.satisfies((ex) -> assertThat(ex.analysis().getAction())
				.contains("Did you mean 'quiver.stores.catalog.embedded.path'?"))
			.withMessageNotContaining("secret");
	}

	@Test
	void dashInsteadOfDotIsRefused() {
		set("quiver.stores.catalog.embedded-path", "data");
		refused("'quiver.stores.catalog.embedded-path'")
			.satisfies((ex) -> assertThat(ex.analysis().getAction()).contains("embedded.path'?"));
	}

	@Test
	void propertyWithoutEffectIsRefused() {
		set("quiver.stores.catalog.kind", "embedded");
		set("quiver.stores.catalog.tenant.name", "a");
		refused("'quiver.stores.catalog.tenant.name'")
			.satisfies((ex) -> assertThat(ex.analysis().getAction()).contains("max-row-size"));
	}

	@Test
	void unknownDefaultIsRefused() {
		set("quiver.defaults.max-row-siez", "1MB");
		refused("'quiver.defaults.max-row-siez'")
			.satisfies((ex) -> assertThat(ex.analysis().getAction()).contains("'quiver.defaults.max-row-size'?"));
	}

	@Test
	void nearlyOurNameIsRefused() {
		set("quiver.store.catalog.embedded.path", "data");
		refused("'quiver.store.catalog.embedded.path'")
			.satisfies((ex) -> assertThat(ex.analysis().getAction()).contains("'quiver.stores'?"));
	}

	@Test
	void nameThatIsNotOursIsRefused() {
		set("quiver.shop.title", "Arrows");
		refused("'quiver.shop.title'").satisfies((ex) -> assertThat(ex.analysis().getAction()).contains("primary"));
	}

	@Test
	void variablesOfThePlatformAreLetAlone() {
		variable("QUIVER_SERVICE_HOST", "10.0.0.1");
		variable("QUIVER_PORT_8080_TCP", "tcp");
		variable("QUIVER_ENABLED", "true");
		assertThat(configured()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "embedded.path,embedded.path", "path,embedded.path", "embedded,embedded", "kind,kind",
			"schema.when,schema.when", "max-row-size,max-row-size", "retry.delay,retry.delay",
			"operations.nearest.timeout.total,operations.nearest.timeout.total", "maxRowSize,max-row-size",
			"embedded.paht,embedded.path" })
	void nameOfAStoreDirectlyBelowTheRootIsRefused(String typed, String meant) {
		set("quiver." + typed, "secret");
		refused("belongs to a store").withMessageNotContaining("secret")
			.satisfies((ex) -> assertThat(ex.analysis().getAction()).contains("'quiver.stores.default." + meant + "'"));
	}

	@Test
	void variableOfAStoreDirectlyBelowTheRootIsRefused() {
		variable("QUIVER_EMBEDDED_PATH", "data");
		refused("belongs to a store")
			.satisfies((ex) -> assertThat(ex.analysis().getAction()).contains("'quiver.stores.default.embedded.path'"));
	}

	@Test
	void valueInPlaceOfStoresIsRefused() {
		set("quiver.stores", "data");
		refused("'quiver.stores'")
			.satisfies((ex) -> assertThat(ex.analysis().getAction()).contains("'quiver.stores.default.embedded.path'"));
	}

	@Test
	void noStoresAreNoError() {
		set("quiver.stores", "");
		assertThat(configured()).isEmpty();
	}

	@Test
	void valueInPlaceOfAStoreIsRefused() {
		set("quiver.stores.catalog", "data");
		refused("'quiver.stores.catalog'")
			.satisfies((ex) -> assertThat(ex.analysis().getAction()).contains("'quiver.stores.catalog.kind'"));
	}

	@Test
	void unknownOperationIsRefusedWithTheNearest() {
		set("quiver.stores.catalog.kind", "far");
		set("quiver.stores.catalog.operations.nearst.timeout.total", "200ms");
		refused("'quiver.stores.catalog.operations' has 'nearst' below it, "
				+ "which is no operation of a store of kind 'far'.")
			.satisfies((ex) -> assertThat(ex.analysis().getAction())
				.isEqualTo("Did you mean 'nearest'? There are: delete-where, nearest, optimize."));
	}

	@Test
	void unknownOperationInAVariableIsRefused() {
		set("quiver.stores.catalog.kind", "far");
		variable("QUIVER_STORES_CATALOG_OPERATIONS_NEARST_TIMEOUT_TOTAL", "200ms");
		refused("'nearst'").satisfies((ex) -> assertThat(ex.analysis().getAction()).contains("'nearest'?"));
	}

	@ParameterizedTest
	@CsvSource({ "operations.nearest.timeot.total,operations.nearest.timeout.total",
			"operations.nearest.retry.attempts,operations.nearest.retry.max-attempts",
			"retry.max-atempts,retry.max-attempts", "circuit-breaker.enable,circuit-breaker.enabled",
			"circuitbreaker.enable,circuit-breaker.enabled" })
	void unknownNameInAGroupIsRefusedWithTheNearest(String typed, String meant) {
		set("quiver.stores.catalog.kind", "far");
		set("quiver.stores.catalog." + typed, "1");
		refused("'quiver.stores.catalog." + typed + "'").withMessageContaining("is not known.")
			.satisfies((ex) -> assertThat(ex.analysis().getAction())
				.contains("Did you mean 'quiver.stores.catalog." + meant + "'?"));
	}

	@Test
	void refusalShowsTheNamesOfTheGroupOnly() {
		set("quiver.stores.catalog.kind", "far");
		set("quiver.stores.catalog.schema.what", "1");
		refused("schema.what").satisfies((ex) -> assertThat(ex.analysis().getAction())
			.endsWith("Below 'quiver.stores.catalog' there are: schema.mode, schema.when."));
	}

	@Test
	void operationsAreNothingThatCanBeSaidOfAllStores() {
		set("quiver.defaults.operations.nearest.timeout.total", "1s");
		refused("'quiver.defaults.operations.nearest.timeout.total'").withMessageContaining("belongs to a store.")
			.satisfies((ex) -> assertThat(ex.analysis().getAction())
				.contains("'quiver.stores.default.operations.nearest.timeout.total'"));
	}

	@ParameterizedTest
	@CsvSource({ "stores.catalog.operations.nearest,timeout.total",
			"stores.catalog.operations.nearest.retry,max-attempts", "stores.catalog.timeout,read",
			"stores.catalog.circuit-breaker,enabled", "defaults.retry,max-attempts", "health,timeout" })
	void valueInPlaceOfAGroupIsRefused(String group, String property) {
		set("quiver.stores.catalog.kind", "far");
		set("quiver." + group, "5s");
		refused("'quiver." + group + "'").withMessageContaining("has properties below it, no value.")
			.satisfies((ex) -> assertThat(ex.analysis().getAction()).contains("quiver." + group + "." + property));
	}

	@Test
	void storeThatIsNamedLikeTheRetryOfAnotherIsRefused() {
		set("quiver.stores.shop.kind", "far");
		set("quiver.stores.shop.operations.nearest.retry.max-attempts", "2");
		set("quiver.stores.shop-nearest.kind", "far");
		refused("would have the same retry 'quiver-shop-nearest'")
			.satisfies((ex) -> assertThat(ex.analysis().getAction())
				.contains("'quiver.stores.shop.operations.nearest.retry'"));
	}

	@Test
	void storeMayBeNamedLikeAnOperationWithoutRetryOfItsOwn() {
		set("quiver.stores.shop.kind", "far");
		set("quiver.stores.shop.operations.nearest.timeout.total", "2s");
		set("quiver.stores.shop-nearest.kind", "far");
		assertThat(configured()).hasSize(2);
	}

	@Test
	void timeoutOfAnOperationThatHasNoneIsRefused() {
		set("quiver.stores.catalog.kind", "far");
		set("quiver.stores.catalog.operations.optimize.timeout.total", "1m");
		refused("'quiver.stores.catalog.operations.optimize.timeout' is set, but");
	}

	@ParameterizedTest
	@ValueSource(strings = { "delete-where", "deleteWhere" })
	void operationIsFoundByEverySpelling(String typed) {
		set("quiver.stores.catalog.kind", "far");
		set("quiver.stores.catalog.operations." + typed + ".timeout.total", "3h");
		assertThat(total("delete-where")).isBetween(Duration.ofHours(2), Duration.ofHours(3));
	}

	@ParameterizedTest
	@ValueSource(strings = { "CATALOG_OPERATIONS_DELETEWHERE_TIMEOUT_TOTAL",
			"CATALOG_OPERATIONS_DELETE_WHERE_TIMEOUT_TOTAL" })
	void operationIsFoundByEverySpellingOfAVariable(String variable) {
		set("quiver.stores.catalog.kind", "far");
		variable("QUIVER_STORES_" + variable, "3h");
		assertThat(total("delete-where")).isBetween(Duration.ofHours(2), Duration.ofHours(3));
	}

	@Test
	void variableOfAnOperationMeansTheStoreThatHasADash() {
		set("quiver.stores.my-shop.kind", "far");
		variable("QUIVER_STORES_MYSHOP_OPERATIONS_NEAREST_TIMEOUT_TOTAL", "3h");
		assertThat(total("nearest")).isBetween(Duration.ofHours(2), Duration.ofHours(3));
	}

	@Test
	void variablesSetPolicies() {
		set("quiver.stores.catalog.kind", "far");
		variable("QUIVER_STORES_CATALOG_TIMEOUT_TOTAL", "3h");
		variable("QUIVER_STORES_CATALOG_CIRCUITBREAKER_ENABLED", "false");
		variable("QUIVER_DEFAULTS_RETRY_MAXATTEMPTS", "7");
		assertThat(total("nearest")).isBetween(Duration.ofHours(2), Duration.ofHours(3));
		assertThat(calls().circuitBreaker()).isNull();
	}

	@Test
	void onlyModuleIsTheKind() {
		this.near.absent();
		set("quiver.stores.catalog.max-row-size", "1MB");
		configured();
		assertThat(this.far.planned()).containsOnlyKeys("quiver.stores.catalog.far");
	}

	@Test
	void localKindIsThatOfTheStoreCalledDefault() {
		set("quiver.stores.default.schema.when", "startup");
		assertThat(configured()).extracting((store) -> store.schema().when()).containsExactly(When.STARTUP);
		assertThat(this.near.planned()).containsOnlyKeys("quiver.stores.default.embedded");
	}

	@Test
	void missingKindHidesNoWrongValue() {
		set("quiver.stores.catalog.max-row-size", "-1");
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class).isThrownBy(this::configured)
			.satisfies((ex) -> assertThat(ex.getName()).isEqualTo("quiver.stores.catalog.max-row-size"));
	}

	@ParameterizedTest
	@CsvSource({ "data,./data,the same directory", "data,data/archive,one stands in the other",
			"data/catalog,data,one stands in the other" })
	void storesThatShareADirectoryAreRefused(String catalog, String archive, String problem) {
		set("quiver.stores.catalog.embedded.path", catalog);
		set("quiver.stores.archive.embedded.path", archive);
		refused(problem).withMessageContaining("'quiver.stores.catalog.embedded.path'")
			.withMessageContaining("'quiver.stores.archive.embedded.path'");
	}

	@Test
	void linkToTheDirectoryOfAnotherStoreIsRefused(@TempDir Path directory) throws IOException {
		Path data = Files.createDirectory(directory.resolve("data"));
		Path link = Files.createSymbolicLink(directory.resolve("link"), data);
		set("quiver.stores.catalog.embedded.path", data.toString());
		set("quiver.stores.archive.embedded.path", link.resolve("archive").toString());
		refused("one stands in the other");
	}

	@Test
	void directoriesBesideEachOtherAreTakenForSeparate() {
		set("quiver.stores.catalog.embedded.path", "data");
		set("quiver.stores.archive.embedded.path", "data-archive");
		assertThat(configured()).hasSize(2);
	}

	@Test
	void storeWithoutKindIsRefused() {
		set("quiver.stores.catalog.max-row-size", "1MB");
		refused("'quiver.stores.catalog' does not say what kind of store it is.")
			.satisfies((ex) -> assertThat(ex.analysis().getAction()).contains("'quiver.stores.catalog.kind'",
					"embedded, far"));
	}

	@Test
	void nameAloneIsRefused() {
		set("quiver.stores.catalog", "");
		refused("'quiver.stores.catalog' does not say what kind of store it is.");
	}

	@Test
	void unknownKindIsRefusedWithTheNearest() {
		set("quiver.stores.catalog.kind", "embeded");
		refused("'quiver.stores.catalog.kind' is 'embeded', which is no kind of store.")
			.satisfies((ex) -> assertThat(ex.analysis().getAction()).contains("Did you mean 'embedded'?"));
	}

	@Test
	void kindAndAnotherGroupAreRefused() {
		set("quiver.stores.catalog.kind", "far");
		set("quiver.stores.catalog.embedded.path", "data");
		refused("'quiver.stores.catalog' is configured as several kinds of store")
			.withMessageContaining("'quiver.stores.catalog.embedded'");
	}

	@Test
	void missingModuleNamesItsStarter() {
		this.far.absent();
		set("quiver.stores.catalog.kind", "far");
		refused("'quiver.stores.catalog' is a store of kind 'far', but the module")
			.satisfies((ex) -> assertThat(ex.analysis().getAction()).contains("'io.quiver:quiver-far-starter'"));
	}

	@Test
	void sizeThatIsNoSizeIsRefused() {
		set("quiver.stores.catalog.kind", "far");
		set("quiver.stores.catalog.max-row-size", "large");
		assertThatExceptionOfType(BindException.class).isThrownBy(this::configured)
			.withMessageContaining("quiver.stores.catalog.max-row-size");
	}

	@Test
	void sizeOfNothingIsRefusedWhereItIsSet() {
		set("quiver.stores.catalog.kind", "far");
		set("quiver.defaults.max-row-size", "0B");
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class).isThrownBy(this::configured)
			.satisfies((ex) -> assertThat(ex.getName()).isEqualTo("quiver.defaults.max-row-size"));
	}

	@Test
	void localKindIsTheDefault() {
		assertThat(definitions().fallback()).map(StoreDefinition::name).contains("default");
		assertThat(this.near.planned()).containsKey("quiver.stores.default.embedded");
	}

	@Test
	void onlyRemoteKindIsTheDefault() {
		this.near.absent();
		assertThat(definitions().fallback()).isPresent();
		assertThat(this.far.planned()).containsKey("quiver.stores.default.far");
	}

	@Test
	void severalRemoteKindsAreNoChoice() {
		this.near.absent();
		StoreKinds kinds = new StoreKinds(List.of(this.far, new FakeStoreSupport("away", true)));
		assertThatExceptionOfType(FailureAnalyzedException.class)
			.isThrownBy(() -> new StoreDefinitions(this.environment, kinds, getClass().getClassLoader()).fallback())
			.withMessage("No store is configured, and several kinds could be meant: far, away.");
	}

	@Test
	void noModuleNoDefault() {
		this.near.absent();
		this.far.absent();
		assertThat(definitions().fallback()).isEmpty();
	}

	@Test
	void onlyStoreIsPrimary() {
		set("quiver.stores.catalog.kind", "far");
		assertThat(definitions().primary(configured())).isEqualTo("catalog");
	}

	@Test
	void noneOfSeveralStoresIsPrimary() {
		set("quiver.stores.catalog.kind", "far");
		set("quiver.stores.archive.kind", "far");
		assertThat(definitions().primary(configured())).isNull();
	}

	@Test
	void primaryIsChosen() {
		set("quiver.primary", "archive");
		set("quiver.stores.catalog.kind", "far");
		set("quiver.stores.archive.kind", "far");
		assertThat(definitions().primary(configured())).isEqualTo("archive");
	}

	@Test
	void unknownPrimaryIsRefusedWithTheNearest() {
		set("quiver.primary", "catlog");
		set("quiver.stores.catalog.kind", "far");
		assertThatExceptionOfType(FailureAnalyzedException.class).isThrownBy(() -> definitions().primary(configured()))
			.withMessage("'quiver.primary' is 'catlog', but there is no such store.")
			.satisfies((ex) -> assertThat(ex.analysis().getAction()).contains("Did you mean 'catalog'?"));
	}

	private void set(String name, String value) {
		MapPropertySource source = (MapPropertySource) this.environment.getPropertySources().get("test");
		if (source == null) {
			source = new MapPropertySource("test", new LinkedHashMap<>());
			this.environment.getPropertySources().addLast(source);
		}
		source.getSource().put(name, value);
	}

	private void variable(String name, String value) {
		SystemEnvironmentPropertySource source = (SystemEnvironmentPropertySource) this.environment.getPropertySources()
			.get("test-systemEnvironment");
		if (source == null) {
			source = new SystemEnvironmentPropertySource("test-systemEnvironment", new LinkedHashMap<>());
			this.environment.getPropertySources().addFirst(source);
		}
		source.getSource().put(name, value);
	}

	private void planned(String prefix, @Nullable String path, Durability durability) {
		assertThat(this.near.planned().get(prefix)).satisfies((properties) -> {
			assertThat(properties.path()).isEqualTo(path);
			assertThat(properties.durability()).isEqualTo(durability);
		});
	}

	private Duration total(String operation) {
		return calls().call(Operation.idempotentWrite(operation),
				(attempt) -> Duration.ofNanos(attempt.deadline().remainingNanos()));
	}

	private StoreCalls calls() {
		StoreDefinition store = configured().get(0);
		return new StoreCallsFactory(new ResilienceRegistries(null, null, null), ObservationRegistry.NOOP, null)
			.create(store.name(), "far", store.policy());
	}

	private List<StoreDefinition> configured() {
		return definitions().configured();
	}

	private StoreDefinitions definitions() {
		StoreKinds kinds = new StoreKinds(List.of(this.near, this.far));
		return new StoreDefinitions(this.environment, kinds, getClass().getClassLoader());
	}

	private ThrowableAssertAlternative<FailureAnalyzedException> refused(String part) {
		return assertThatExceptionOfType(FailureAnalyzedException.class).isThrownBy(this::configured)
			.withMessageContaining(part);
	}

}
