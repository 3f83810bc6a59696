package io.quiver.sample;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import io.quiver.data.core.VectorOperations;
import io.quiver.store.proxima.server.ProximaServer;
import io.quiver.store.seekdb.server.SeekdbExtension;
import io.quiver.store.seekdb.server.SeekdbServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.domain.Vector;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * All starters on one class path, one round trip on each store.
 *
 * @author Quiver
 */
@ExtendWith(SeekdbExtension.class)
class AllStartersTests {

	private static final ProximaServer proxima = new ProximaServer();

	private static ConfigurableApplicationContext context;

	@BeforeAll
	static void start(SeekdbServer seekdb) throws SQLException {
		proxima.start();
		try (Connection connection = seekdb.connect(); Statement statement = connection.createStatement()) {
			statement.execute("CREATE DATABASE starters");
		}
		context = new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.run("--spring.config.location=optional:classpath:/of-its-own/", "--quiver.stores.local.kind=embedded",
					"--quiver.stores.vectors.proxima.port=" + proxima.address().getPort(),
					"--quiver.stores.vectors.schema.mode=create",
					"--quiver.stores.tables.seekdb.port=" + seekdb.address().getPort(),
					"--quiver.stores.tables.seekdb.database=starters", "--quiver.stores.tables.schema.mode=create",
					"--quiver.repositories.enabled=false");
	}

	@AfterAll
	static void stop() {
		context.close();
		proxima.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "local", "vectors", "tables" })
	void everyStoreKeepsAndFinds(String store) {
		VectorOperations operations = context.getBean(store + "VectorTemplate", VectorOperations.class);
		PropertyDescription description = new PropertyDescription("a.b", "a", "String", "Of " + store, false, null);
		float[] vector = new float[384];
		vector[0] = 1;
		operations.save(ConfigurationProperty.of(description, Vector.of(vector)));
		assertThat(operations.findById(ConfigurationProperty.id("a.b"), ConfigurationProperty.class))
			.hasValueSatisfying((found) -> assertThat(found.withoutEmbedding()).isEqualTo(description));
	}

	@Test
	void poolsOfStoresAreNoDataSourcesOfTheApplication() {
		assertThat(context.getBeanNamesForType(DataSource.class)).isEmpty();
	}

	@EnableAutoConfiguration
	static class Application {

	}

}
