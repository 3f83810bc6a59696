package io.quiver.spring.boot.autoconfigure;

import io.quiver.spring.boot.autoconfigure.remote.RemoteClient;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that wrong values stop the start with the property, the value and the cure.
 *
 * @author Quiver
 */
class WrongPolicyTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			timeout.connect | -1s | -1s | must not be negative. Set 0 for no limit
			timeout.read | -1ms | -1ms | must not be negative. Set 0 for no limit
			timeout.write | -1s | -1s | must not be negative. Set 0 for no limit
			timeout.total | -1s | -1s | must not be negative. Set 0 for no limit
			timeout.read | 40s | 40s | must not be larger than 'quiver.stores.catalog.timeout.total', which is 30s
			timeout.write | 1m | 60s | must not be larger than 'quiver.stores.catalog.timeout.total', which is 30s
			retry.max-attempts | 0 | 0 | must be at least 1
			retry.delay | -1s | -1s | must be at least 1ms
			retry.delay | 3s | 3s | must not be larger than 'quiver.stores.catalog.retry.max-delay', which is 2s
			retry.max-delay | 0 | 0s | must be at least 1ms
			retry.delay | 999999999999d | 86399999999913600s | less than a century
			retry.max-delay | 999999999999d | 86399999999913600s | less than a century
			retry.multiplier | 0.5 | 0.5 | must be between 1
			retry.jitter | 2 | 2.0 | must be between 0, for no chance, and 1
			retry.jitter | -0.1 | -0.1 | must be between 0, for no chance, and 1
			retry.quota | 0 | 0 | set 'retry.max-attempts' to 1
			circuit-breaker.failure-rate-threshold | 150 | 150.0 | larger than 0, and 100 at most
			circuit-breaker.failure-rate-threshold | 0 | 0.0 | larger than 0, and 100 at most
			circuit-breaker.minimum-number-of-calls | 0 | 0 | must be at least 1
			circuit-breaker.minimum-number-of-calls | 200 | 200 | which is 100
			circuit-breaker.sliding-window-size | 0 | 0 | must be at least 1
			circuit-breaker.sliding-window-size | 1000001 | 1000001 | 1000000 at most
			circuit-breaker.wait-duration-in-open-state | 999999999999d | 86399999999913600s | less than a century
			circuit-breaker.wait-duration-in-open-state | -5s | -5s | must be at least 1ms
			circuit-breaker.permitted-number-of-calls-in-half-open-state | 0 | 0 | must be at least 1
			circuit-breaker.permitted-number-of-calls-in-half-open-state | 1000001 | 1000001 | 1000000 at most
			bulkhead.max-concurrent-calls | 0 | 0 | must be at least 1
			bulkhead.max-wait | -1s | -1s | must not be negative
			bulkhead.max-wait | 40000d | 3456000000s | must not be negative, nor a century
			pool.max-size | 0 | 0 | must be at least 1
			pool.min-idle | -1 | -1 | must not be negative
			pool.min-idle | 9 | 9 | must not be larger than 'quiver.stores.catalog.pool.max-size', which is 8
			pool.max-wait | -1s | -1s | must not be negative
			pool.max-wait | 40000d | 3456000000s | must not be negative, nor a century
			pool.idle-timeout | -1s | -1s | must not be negative
			pool.max-lifetime | -1s | -1s | must not be negative
			""")
	void valueIsRefusedOfAStoreAndOfAllStores(String property, String value, String printed, String cure) {
		refused("quiver.stores.catalog." + property, value, printed, cure);
		refused("quiver.defaults." + property, value, printed, cure);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			timeout.attempt | -1s | -1s | must not be negative. Set 0 for no limit
			timeout.total | -1s | -1s | must not be negative. Set 0 for no limit
			timeout.attempt | 40s | 40s | must not be larger than 'quiver.stores.catalog.timeout.total', which is 30s
			retry.max-attempts | 0 | 0 | must be at least 1
			""")
	void valueIsRefusedOfAnOperation(String property, String value, String printed, String cure) {
		refused("quiver.stores.catalog.operations.nearest." + property, value, printed, cure);
	}

	@Test
	void wrongDefaultIsRefusedThoughTheStoreSaysOtherwise() {
		RemoteStores.runner()
			.withPropertyValues("quiver.defaults.retry.jitter=2", "quiver.stores.catalog.retry.jitter=0.1")
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.hasMessageContaining("quiver.defaults.retry.jitter"));
	}

	@Test
	void whatIsSaidOfAllStoresGivesWayToWhatIsSaidOfOne() {
		RemoteStores.runner()
			.withPropertyValues("quiver.defaults.timeout.read=20s", "quiver.stores.catalog.timeout.total=1s")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	@Tag("java21")
	void storeThatNobodyConfiguredIsJudgedToo() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(VectorDataAutoConfiguration.class,
					VectorStoreAutoConfiguration.class, DefaultVectorStoreAutoConfiguration.class))
			.withPropertyValues("quiver.defaults.circuit-breaker.failure-rate-threshold=150")
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.isInstanceOf(InvalidConfigurationPropertyValueException.class)
				.hasMessageContaining("quiver.defaults.circuit-breaker.failure-rate-threshold")
				.hasMessageContaining("150"));
	}

	@Test
	void valueOfTheWrongTypeIsRefused() {
		RemoteStores.runner()
			.withPropertyValues("quiver.stores.catalog.operations.nearest.timeout.total=soon")
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.isInstanceOf(BindException.class)
				.hasMessageContaining("quiver.stores.catalog.operations.nearest"));
	}

	@ParameterizedTest
	@CsvSource({ "pool.max-size,3,pool,has no pool of sessions", "ssl.enabled,true,ssl,has no connection",
			"ssl.bundle,catalog,ssl,has no connection", "require-tls,true,require-tls,has no connection",
			"timeout.connect,1s,timeout.connect,has no connection" })
	@Tag("java21")
	void whatAKindHasNoUseForIsRefused(String property, String value, String named, String reason) {
		RemoteStores.runner()
			.withPropertyValues("quiver.stores.local.kind=embedded", "quiver.stores.local." + property + "=" + value)
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.asInstanceOf(InstanceOfAssertFactories.type(FailureAnalyzedException.class))
				.satisfies((ex) -> {
					assertThat(ex).hasMessage("'quiver.stores.local.%s' is set, but a store of kind 'embedded' %s."
						.formatted(named, reason));
					assertThat(ex.analysis().getAction()).contains("Remove it.", "'quiver.defaults." + named + "'");
				}));
	}

	@Test
	@Tag("java21")
	void whatIsSaidOfAllStoresMayStayWhereAKindHasNoUseForIt() {
		RemoteStores.runner()
			.withPropertyValues("quiver.stores.local.kind=embedded", "quiver.defaults.pool.max-size=3",
					"quiver.defaults.ssl.enabled=true", "quiver.defaults.timeout.connect=1s")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void unknownBundleIsRefusedByName() {
		RemoteStores.runner()
			.withPropertyValues("quiver.stores.catalog.ssl.bundle=catlog")
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.rootCause()
				.asInstanceOf(InstanceOfAssertFactories.type(FailureAnalyzedException.class))
				.satisfies((ex) -> {
					assertThat(ex)
						.hasMessage("'quiver.stores.catalog.ssl.bundle' is 'catlog', but there is no such SSL bundle.");
					assertThat(ex.analysis().getAction()).contains("'spring.ssl.bundle'");
				}));
	}

	@Test
	void moduleThatIsNotThereIsNamedBeforeItsPropertiesAreJudged() {
		RemoteStores.runner()
			.withClassLoader(new FilteredClassLoader(RemoteClient.class))
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.asInstanceOf(InstanceOfAssertFactories.type(FailureAnalyzedException.class))
				.satisfies((ex) -> assertThat(ex.analysis().getAction()).contains("'com.example:remote-starter'")));
	}

	private static void refused(String property, String value, String printed, String cure) {
		RemoteStores.runner()
			.withPropertyValues(property + "=" + value)
			.run((context) -> assertThat(context).hasFailed()
				.getFailure()
				.asInstanceOf(InstanceOfAssertFactories.type(InvalidConfigurationPropertyValueException.class))
				.satisfies((ex) -> {
					assertThat(ex.getName()).isEqualTo(property);
					assertThat(ex.getValue()).hasToString(printed);
					assertThat(ex.getReason()).contains(cure);
				}));
	}

}
