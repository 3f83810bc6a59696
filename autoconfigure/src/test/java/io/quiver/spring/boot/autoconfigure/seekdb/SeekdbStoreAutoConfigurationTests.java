package io.quiver.spring.boot.autoconfigure.seekdb;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quiver.data.core.VectorOperations;
import io.quiver.data.policy.StoreCalls;
import io.quiver.data.store.RowStore;
import io.quiver.spring.boot.autoconfigure.health.QuiverHealthContributorAutoConfiguration;
import io.quiver.spring.boot.autoconfigure.metrics.StoreMetricsAutoConfiguration;
import io.quiver.spring.boot.autoconfigure.remote.RemoteClient;
import io.quiver.store.embedded.EmbeddedClient;
import io.quiver.store.seekdb.SeekdbClient;
import io.quiver.store.seekdb.SeekdbPool;
import io.quiver.store.seekdb.SeekdbStore;
import io.quiver.store.seekdb.server.SeekdbExtension;
import io.quiver.store.seekdb.server.SeekdbServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for stores in seekdb as an application has them (S1).
 *
 * @author Quiver
 */
@ExtendWith(SeekdbExtension.class)
class SeekdbStoreAutoConfigurationTests {

	private static final String OTHER = "quiver.stores.archive.seekdb.";

	private final ApplicationContextRunner runner = Seekdbs.runner();

	private final ApplicationContextRunner withoutEmbedded = this.runner.withClassLoader(new FilteredClassLoader(
			"io.quiver.store.embedded", "io.quiver.store.proxima", RemoteClient.class.getName()));

	private final SeekdbServer server;

	private String[] catalog = {};

	SeekdbStoreAutoConfigurationTests(SeekdbServer server) {
		this.server = server;
	}

	@BeforeEach
	void properties() {
		this.catalog = Seekdbs.properties("catalog", this.server);
	}

	@Test
	void settingsArriveAtTheServer() {
		this.runner.withPropertyValues(this.catalog)
			.withPropertyValues("quiver.stores.catalog.seekdb.ef-search=77",
					"quiver.stores.catalog.seekdb.lock-timeout=3s")
			.run((context) -> {
				SeekdbClient client = context.getBean(SeekdbClient.class);
				assertThat(Seekdbs.ask(client, "@@ob_hnsw_ef_search")).isEqualTo("77");
				assertThat(Seekdbs.ask(client, "@@ob_trx_lock_timeout")).isEqualTo("3000000");
				assertThat(Seekdbs.ask(client, "CURRENT_USER()")).startsWith("root@");
				assertThat(Seekdbs.ask(client, "DATABASE()")).isEqualTo("test");
			});
	}

	@Test
	void serverEndsWhatNobodyWaitsForAnyMore() {
		this.runner.withPropertyValues(this.catalog)
			.run((context) -> assertThat(Seekdbs.ask(context.getBean(SeekdbClient.class), "@@ob_query_timeout"))
				.isEqualTo("35000000"));
		this.runner.withPropertyValues(this.catalog)
			.withPropertyValues("quiver.stores.catalog.timeout.total=2m",
					"quiver.stores.catalog.operations.find.timeout.attempt=50s")
			.run((context) -> assertThat(Seekdbs.ask(context.getBean(SeekdbClient.class), "@@ob_query_timeout"))
				.isEqualTo("55000000"));
		this.runner.withPropertyValues(this.catalog)
			.withPropertyValues("quiver.stores.catalog.seekdb.query-timeout=90s")
			.run((context) -> assertThat(Seekdbs.ask(context.getBean(SeekdbClient.class), "@@ob_query_timeout"))
				.isEqualTo("90000000"));
	}

	@Test
	void timeOutsOfTheKindHoldUnlessItIsSaidOtherwise() {
		this.runner.withPropertyValues(this.catalog)
			.run((context) -> assertThat(context.getBean("catalogStoreCalls", StoreCalls.class).policies().toString())
				.contains("connect=PT2S, read=PT10S, write=PT30S, total=PT30S"));
	}

	@Test
	@Tag("java21")
	void twoStoresStandBesideTheEmbeddedOne() throws SQLException {
		execute("CREATE DATABASE IF NOT EXISTS archive");
		this.runner.withPropertyValues(this.catalog)
			.withPropertyValues(OTHER + "url=" + this.server.url().replace("/test", "/archive"),
					"quiver.stores.sessions.kind=embedded", "quiver.primary=catalog")
			.run((context) -> {
				SeekdbClient one = context.getBean("catalogSeekdbClient", SeekdbClient.class);
				SeekdbClient other = context.getBean("archiveSeekdbClient", SeekdbClient.class);
				assertThat(Seekdbs.ask(one, "DATABASE()")).isEqualTo("test");
				assertThat(Seekdbs.ask(other, "DATABASE()")).isEqualTo("archive");
				assertThat(context).hasSingleBean(EmbeddedClient.class).getBeans(RowStore.class).hasSize(3);
				assertThat(context.getBean(VectorOperations.class).store().name()).isEqualTo("catalog");
				assertThat(context).doesNotHaveBean(DataSource.class);
			});
	}

	@Test
	void starterAloneMeansTheServerOfThisMachine() {
		this.withoutEmbedded.run((context) -> {
			assertThat(context.getBean(RowStore.class)).isInstanceOf(SeekdbStore.class);
			assertThat(context.getBean(RowStore.class).name()).isEqualTo("default");
			assertThat(context.getBean(SeekdbClient.class).details()).containsEntry("address",
					"jdbc:mariadb://localhost:2881/test");
		});
	}

	@Test
	@Tag("java21")
	void moduleThatIsNotConfiguredMakesNothing() {
		Set<String> before = threads();
		this.runner.withConfiguration(AutoConfigurations.of(QuiverHealthContributorAutoConfiguration.class))
			.run((context) -> {
				assertThat(context).doesNotHaveBean(SeekdbClient.class).doesNotHaveBean(DataSource.class);
				assertThat(context.getBean(RowStore.class).kind().name()).isEqualTo("embedded");
				assertThat(health(context).stream().map(CompositeHealthContributor.Entry::name))
					.containsExactly("default");
				assertThat(threadsOfPools(before)).isEmpty();
			});
	}

	@Test
	void withoutTheModuleTheStarterIsNamed() {
		this.runner.withClassLoader(new FilteredClassLoader("io.quiver.store.seekdb"))
			.withPropertyValues(this.catalog)
			.run((context) -> assertThat(context).getFailure()
				.hasMessageContaining("the module of that kind is not on the class path"));
	}

	@Test
	void nothingConnectsWhileTheContextStarts() {
		Set<String> before = threads();
		this.runner.withPropertyValues(this.catalog)
			.withPropertyValues("quiver.stores.catalog.pool.min-idle=2")
			.run((context) -> {
				SeekdbClient client = context.getBean(SeekdbClient.class);
				assertThat(client.pool().active() + client.pool().idle()).isZero();
				assertThat(threadsOfPools(before)).isEmpty();
			});
	}

	@Test
	void applicationStartsWithoutItsServer() {
		this.runner
			.withPropertyValues("quiver.stores.catalog.seekdb.port=1", "quiver.stores.catalog.retry.max-attempts=1")
			.run((context) -> assertThatExceptionOfType(DataAccessException.class)
				.isThrownBy(context.getBean(SeekdbClient.class)::version));
	}

	@Test
	void everythingIsClosedWithTheContext() {
		Set<String> before = threads();
		SeekdbClient[] client = new SeekdbClient[1];
		this.runner.withPropertyValues(this.catalog).run((context) -> {
			client[0] = context.getBean(SeekdbClient.class);
			assertThat(client[0].version()).contains("seekdb");
			assertThat(threadsOfPools(before)).isNotEmpty();
		});
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(client[0]::version);
		assertThat(client[0].pool().active() + client[0].pool().idle()).isZero();
		await().until(() -> threadsOfPools(before).isEmpty());
	}

	@Test
	void ownClientWins() {
		SeekdbClient own = SeekdbClient.builder(SeekdbPool.of("jdbc:mariadb://mine/test")).build();
		this.runner.withBean("catalogSeekdbClient", SeekdbClient.class, () -> own)
			.withPropertyValues(this.catalog)
			.run((context) -> {
				assertThat(context).hasSingleBean(SeekdbClient.class);
				assertThat(context.getBean(RowStore.class).details()).containsEntry("address",
						"jdbc:mariadb://mine/test");
			});
	}

	@Test
	void connectionDetailsWin() {
		this.runner.withBean(SeekdbConnectionDetails.class, () -> this.server::url)
			.withPropertyValues("quiver.stores.catalog.seekdb.port=1", "quiver.stores.catalog.seekdb.username=nobody")
			.run((context) -> assertThat(context.getBean(SeekdbClient.class).version()).contains("seekdb"));
	}

	@Test
	void connectionDetailsWinOverThePoolOfTheApplication() {
		this.runner.withBean(SeekdbConnectionDetails.class, () -> this.server::url)
			.withPropertyValues("quiver.stores.catalog.seekdb.use-existing=absent")
			.run((context) -> assertThat(context.getBean(SeekdbClient.class).version()).contains("seekdb"));
	}

	@Test
	@Tag("java21")
	void connectionDetailsMakeTheDefaultStore() {
		this.runner.withBean(SeekdbConnectionDetails.class, () -> this.server::url).run((context) -> {
			assertThat(context).hasSingleBean(RowStore.class).hasBean("defaultSeekdbClient");
			assertThat(context.getBean(SeekdbClient.class).version()).contains("seekdb");
		});
	}

	@Test
	void healthTellsTheVersion() {
		this.runner.withConfiguration(AutoConfigurations.of(QuiverHealthContributorAutoConfiguration.class))
			.withPropertyValues(this.catalog)
			.withPropertyValues("quiver.health.timeout=1m")
			.run((context) -> {
				Health health = ((HealthIndicator) health(context).getContributor("catalog")).health(true);
				assertThat(health.getStatus()).isEqualTo(Status.UP);
				assertThat(health.getDetails()).containsEntry("version", "5.7.25-OceanBase seekdb-v1.4.0.0")
					.containsEntry("address", this.server.url());
			});
	}

	@Test
	void poolIsMeasuredUnderTheNamesOfAllStores() {
		this.runner.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
			.withConfiguration(AutoConfigurations.of(StoreMetricsAutoConfiguration.class))
			.withPropertyValues(this.catalog)
			.withPropertyValues("quiver.stores.catalog.pool.max-size=3")
			.run((context) -> {
				assertThat(context.getBean(SeekdbClient.class).version()).isNotEmpty();
				MeterRegistry meters = context.getBean(MeterRegistry.class);
				assertThat(gauge(meters, "max")).isEqualTo(3);
				assertThat(gauge(meters, "idle")).isEqualTo(1);
				assertThat(gauge(meters, "active")).isZero();
				assertThat(meters.get("quiver.store.pool.acquire")
					.tags("quiver.store", "catalog", "db.system.name", "seekdb")
					.timer()
					.count()).isEqualTo(1);
			});
	}

	@Test
	void poolOfTheApplicationIsUsedAndStaysItsOwn() {
		try (HikariDataSource pool = pool()) {
			this.runner
				.withBean("own", DataSource.class, () -> pool, (definition) -> definition.setDestroyMethodName(""))
				.withPropertyValues("quiver.stores.catalog.seekdb.use-existing=own")
				.run((context) -> {
					assertThat(Seekdbs.ask(context.getBean(SeekdbClient.class), "@@ob_query_timeout"))
						.isEqualTo("7000000");
					assertThat(context.getBean(SeekdbClient.class).pool()).isNull();
				});
			assertThat(pool.isClosed()).isFalse();
		}
	}

	private HikariDataSource pool() {
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl(this.server.url());
		pool.setUsername("root");
		pool.setConnectionInitSql("SET ob_query_timeout = 7000000");
		pool.setMaximumPoolSize(1);
		return pool;
	}

	private void execute(String sql) throws SQLException {
		try (Connection connection = this.server.connect(); Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private static double gauge(MeterRegistry meters, String name) {
		return meters.get("quiver.store.pool." + name)
			.tags("quiver.store", "catalog", "db.system.name", "seekdb")
			.gauge()
			.value();
	}

	private static CompositeHealthContributor health(AssertableApplicationContext context) {
		return context.getBean("quiverHealthContributor", CompositeHealthContributor.class);
	}

	private static Set<String> threads() {
		return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).collect(Collectors.toSet());
	}

	private static List<String> threadsOfPools(Set<String> before) {
		return threads().stream()
			.filter((name) -> !before.contains(name))
			.filter((name) -> name.matches("(?i).*(hikari|quiver-catalog|quiver-seekdb|mariadb).*"))
			.toList();
	}

}
