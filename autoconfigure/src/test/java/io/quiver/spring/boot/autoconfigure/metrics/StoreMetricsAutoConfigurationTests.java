package io.quiver.spring.boot.autoconfigure.metrics;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.quiver.data.policy.Operation;
import io.quiver.data.policy.PoolListener;
import io.quiver.data.policy.PoolMonitor;
import io.quiver.data.policy.PoolMonitors;
import io.quiver.data.policy.PoolStats;
import io.quiver.data.policy.StoreCalls;
import io.quiver.data.policy.micrometer.PoolMeters;
import io.quiver.data.policy.micrometer.StoreMeters;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.dao.QueryTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests for {@link StoreMetricsAutoConfiguration}.
 *
 * @author Quiver
 */
class StoreMetricsAutoConfigurationTests {

	private final ApplicationContextRunner simple = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(StoreMetricsAutoConfiguration.class, MetricsAutoConfiguration.class,
				CompositeMeterRegistryAutoConfiguration.class, SimpleMetricsExportAutoConfiguration.class,
				ObservationAutoConfiguration.class));

	private final ApplicationContextRunner prometheus = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(StoreMetricsAutoConfiguration.class, MetricsAutoConfiguration.class,
				CompositeMeterRegistryAutoConfiguration.class, PrometheusMetricsExportAutoConfiguration.class,
				ObservationAutoConfiguration.class));

	@Test
	void rowsAreCountedBesideTheTimer() {
		this.simple.run((context) -> {
			assertThat(context).hasSingleBean(DefaultMeterObservationHandler.class).hasSingleBean(StoreMeters.class);
			call(context.getBean(ObservationRegistry.class), "catalog", "weaviate");
			MeterRegistry meters = context.getBean(MeterRegistry.class);
			assertThat(meters.get("quiver.store.operation").timer().count()).isEqualTo(1);
			assertThat(meters.get("quiver.store.rows.returned").summary().totalAmount()).isEqualTo(7);
			assertThat(meters.get("quiver.store.rows.written").summary().totalAmount()).isEqualTo(2);
		});
	}

	@Test
	void poolsAreMeasured() {
		this.simple.run((context) -> {
			context.getBean(PoolMonitors.class).of("catalog", "iotdb").watch(new Pool());
			assertThat(context.getBean(MeterRegistry.class)
				.get("quiver.store.pool.max")
				.tags("quiver.store", "catalog", "db.system.name", "iotdb")
				.gauge()
				.value()).isEqualTo(8);
		});
	}

	@Test
	void metersOfAllStoresHaveTheSameTags() {
		this.prometheus.run((context) -> {
			PrometheusMeterRegistry meters = context.getBean(PrometheusMeterRegistry.class);
			meters.throwExceptionOnRegistrationFailure();
			useStoresOfAllKinds(context.getBean(ObservationRegistry.class), context.getBean(PoolMonitors.class));
			Map<String, Set<List<String>>> keys = ours(meters).collect(Collectors.groupingBy(Meter.Id::getName,
					Collectors.mapping((id) -> id.getTags().stream().map(Tag::getKey).toList(), Collectors.toSet())));
			assertThat(keys)
				.containsOnlyKeys("quiver.store.operation", "quiver.store.operation.active",
						"quiver.store.rows.returned", "quiver.store.rows.written", "quiver.store.pool.active",
						"quiver.store.pool.idle", "quiver.store.pool.pending", "quiver.store.pool.max",
						"quiver.store.pool.acquire", "quiver.store.pool.timeouts")
				.allSatisfy((name, sets) -> assertThat(sets).as(name).hasSize(1));
		});
	}

	@Test
	void metersAreScrapedOnce() {
		this.prometheus.run((context) -> {
			useStoresOfAllKinds(context.getBean(ObservationRegistry.class), context.getBean(PoolMonitors.class));
			List<String> lines = context.getBean(PrometheusMeterRegistry.class)
				.scrape()
				.lines()
				.filter((line) -> line.contains("quiver_store"))
				.toList();
			List<String> samples = lines.stream()
				.filter((line) -> !line.startsWith("#"))
				.map((line) -> line.substring(0, line.lastIndexOf(' ')))
				.toList();
			assertThat(samples).doesNotHaveDuplicates()
				.contains(sample("pool_max", "iotdb"), sample("pool_active", "iotdb"), sample("pool_idle", "iotdb"),
						sample("pool_pending", "iotdb"), sample("pool_timeouts_total", "iotdb"),
						sample("pool_acquire_seconds_count", "iotdb"))
				.anyMatch((sample) -> sample.startsWith("quiver_store_operation_seconds_count{"))
				.anyMatch((sample) -> sample.startsWith("quiver_store_rows_returned_rows_sum{"))
				.anyMatch((sample) -> sample.startsWith("quiver_store_rows_written_rows_sum{"));
			assertThat(lines).filteredOn((line) -> line.startsWith("# TYPE"))
				.extracting((line) -> line.split(" ")[2])
				.doesNotHaveDuplicates();
		});
	}

	@Test
	void ownMonitorsAreKept() {
		this.simple.withBean("own", PoolMonitors.class, PoolMonitors::none)
			.run((context) -> assertThat(context).hasSingleBean(PoolMonitors.class)
				.hasBean("own")
				.hasSingleBean(StoreMeters.class));
	}

	@Test
	void ownHandlerIsKept() {
		this.simple.withBean("own", StoreMeters.class, () -> new StoreMeters(new SimpleMeterRegistry()))
			.run((context) -> {
				call(context.getBean(ObservationRegistry.class), "catalog", "weaviate");
				assertThat(context).hasSingleBean(StoreMeters.class).hasBean("own").hasSingleBean(PoolMeters.class);
				assertThat(context.getBean(MeterRegistry.class).find("quiver.store.rows.returned").meter()).isNull();
			});
	}

	@Test
	void metersCanBeDenied() {
		this.simple.withPropertyValues("management.metrics.enable.quiver.store.rows=false").run((context) -> {
			call(context.getBean(ObservationRegistry.class), "catalog", "weaviate");
			assertThat(ours(context.getBean(MeterRegistry.class)).map(Meter.Id::getName))
				.contains("quiver.store.operation")
				.noneMatch((name) -> name.startsWith("quiver.store.rows"));
		});
	}

	@Test
	void withoutRegistryThereIsNothing() {
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(StoreMetricsAutoConfiguration.class, ObservationAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(StoreMeters.class)
				.doesNotHaveBean(PoolMonitors.class));
	}

	@Test
	void withoutMicrometersCoreThereIsNothing() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(StoreMetricsAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader("io.micrometer.core"))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean("storeMeters")
				.doesNotHaveBean("poolMeters"));
	}

	private static String sample(String name, String system) {
		return "quiver_store_%s{db_system_name=\"%s\",quiver_store=\"%s-store\"}".formatted(name, system, system);
	}

	private static Stream<Meter.Id> ours(MeterRegistry meters) {
		return meters.getMeters().stream().map(Meter::getId).filter((id) -> id.getName().startsWith("quiver."));
	}

	private static void useStoresOfAllKinds(ObservationRegistry observations, PoolMonitors monitors) {
		for (String system : List.of("embedded", "weaviate", "iotdb", "nebula")) {
			call(observations, system + "-store", system);
			failing(observations, system + "-store", system);
			PoolListener listener = monitors.of(system + "-store", system).watch(new Pool());
			listener.acquired(1000);
			listener.timedOut();
		}
	}

	private static void call(ObservationRegistry observations, String store, String system) {
		StoreCalls calls = StoreCalls.builder(store, system).observations(observations, null).build();
		calls.call(Operation.read("nearest").on("articles"), (attempt) -> {
			attempt.returned(7);
			attempt.written(2);
			return "rows";
		});
	}

	private static void failing(ObservationRegistry observations, String store, String system) {
		StoreCalls calls = StoreCalls.builder(store, system).observations(observations, null).build();
		calls.call(Operation.read("ping"), (attempt) -> "pong");
		for (RuntimeException failure : List.of(new QueryTimeoutException("late"), new IllegalStateException() {
		})) {
			assertThatException().isThrownBy(() -> calls.call(Operation.write("insert").on("articles"), (attempt) -> {
				attempt.written(1);
				throw failure;
			}));
		}
	}

	static final class Pool implements PoolStats {

		@Override
		public int active() {
			return 1;
		}

		@Override
		public int idle() {
			return 2;
		}

		@Override
		public int pending() {
			return 3;
		}

		@Override
		public int max() {
			return 8;
		}

	}

}
