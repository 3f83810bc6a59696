package io.quiver.spring.boot.autoconfigure.seekdb;

import io.quiver.spring.boot.autoconfigure.DefaultVectorStoreAutoConfiguration;
import io.quiver.spring.boot.autoconfigure.VectorDataAutoConfiguration;
import io.quiver.spring.boot.autoconfigure.VectorStoreAutoConfiguration;
import io.quiver.store.seekdb.SeekdbClient;
import io.quiver.store.seekdb.server.SeekdbServer;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/**
 * What the tests of seekdb have in common.
 *
 * @author Quiver
 */
final class Seekdbs {

	private Seekdbs() {
	}

	static ApplicationContextRunner runner() {
		return new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, VectorDataAutoConfiguration.class,
					VectorStoreAutoConfiguration.class, DefaultVectorStoreAutoConfiguration.class));
	}

	/**
	 * Return the properties that lead a store to a server.
	 */
	static String[] properties(String store, SeekdbServer server) {
		String prefix = "quiver.stores." + store + ".seekdb.";
		return new String[] { prefix + "host=127.0.0.1", prefix + "port=" + server.address().getPort() };
	}

	/**
	 * Ask the server for something that only a connection of the client's can tell.
	 */
	static String ask(SeekdbClient client, String expression) {
		return String.valueOf(client.jdbcClient().sql("SELECT " + expression).query().singleValue());
	}

}
