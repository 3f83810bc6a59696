package io.quiver.spring.boot.starter.seekdb;

import javax.sql.DataSource;

import io.quiver.store.seekdb.SeekdbClient;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the starter leaves an application's own database alone. No server of seekdb
 * is needed, since none is asked.
 *
 * @author Quiver
 */
class ApplicationDatabaseTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withUserConfiguration(Application.class)
		.withPropertyValues("quiver.stores.catalog.seekdb.port=1", "quiver.repositories.enabled=false");

	@Test
	void databaseOfTheApplicationIsTheOnlyOne() {
		this.runner.withPropertyValues("spring.datasource.url=jdbc:h2:mem:own").run((context) -> {
			assertThat(context).hasSingleBean(DataSource.class).hasSingleBean(SeekdbClient.class);
			assertThat(context.getBean(JdbcClient.class).sql("SELECT H2VERSION()").query(String.class).single())
				.isNotEmpty();
		});
	}

	@Test
	void healthOfTheDatabaseIsOfItAlone() {
		this.runner.withPropertyValues("spring.datasource.url=jdbc:h2:mem:own").run((context) -> {
			HealthContributorRegistry registry = context.getBean(HealthContributorRegistry.class);
			assertThat(registry.getContributor("db")).isInstanceOfSatisfying(HealthIndicator.class,
					(db) -> assertThat(db.health().getStatus()).isEqualTo(Status.UP));
			assertThat(registry.getContributor("quiver")).isInstanceOfSatisfying(CompositeHealthContributor.class,
					(stores) -> assertThat(stores.getContributor("catalog")).isNotNull());
		});
	}

	@Test
	void withoutAnUrlTheDatabaseInMemoryIsTheOneThatThereIs() {
		this.runner.run((context) -> {
			assertThat(context).hasSingleBean(DataSource.class);
			assertThat(context.getBean(JdbcClient.class).sql("SELECT H2VERSION()").query(String.class).single())
				.isNotEmpty();
		});
	}

	/**
	 * Boot asks for it wherever there is a pool beside its module of JDBC.
	 */
	@Test
	void whoHasBootsModuleOfJdbcWithoutADatabaseIsToldByBoot() {
		this.runner.withClassLoader(new FilteredClassLoader("org.h2")).run((context) -> {
			assertThat(context).getFailure().rootCause().hasMessageContaining("Failed to determine a suitable driver");
		});
		this.runner.withClassLoader(new FilteredClassLoader("org.h2"))
			.withPropertyValues("spring.autoconfigure.exclude="
					+ "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(DataSource.class));
	}

	@EnableAutoConfiguration
	static class Application {

	}

}
