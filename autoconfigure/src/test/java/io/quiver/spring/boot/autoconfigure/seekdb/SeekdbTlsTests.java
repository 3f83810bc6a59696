package io.quiver.spring.boot.autoconfigure.seekdb;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

import io.quiver.store.seekdb.SeekdbClient;
import io.quiver.store.seekdb.server.SeekdbExtension;
import io.quiver.store.seekdb.server.SeekdbServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

/**
 * Tests that TLS to seekdb is done with the store's bundle, on a server with a key that
 * is made for this run.
 *
 * @author Quiver
 */
@ExtendWith(SeekdbExtension.class)
class SeekdbTlsTests {

	private static final String PASSWORD = "for-one-run";

	private static SeekdbServer server;

	private static Path keyStore;

	@BeforeAll
	static void start(@TempDir Path directory) throws Exception {
		keyStore = directory.resolve("server.p12");
		keytool();
		server = new SeekdbServer();
		server.start();
		Path wallet = Files.createDirectories(server.folder().resolve("wallet"));
		KeyStore keys = KeyStore.getInstance(keyStore.toFile(), PASSWORD.toCharArray());
		String certificate = pem("CERTIFICATE", keys.getCertificate("server").getEncoded());
		Files.writeString(wallet.resolve("ca.pem"), certificate);
		Files.writeString(wallet.resolve("server-cert.pem"), certificate);
		Files.writeString(wallet.resolve("server-key.pem"),
				pem("PRIVATE KEY", keys.getKey("server", PASSWORD.toCharArray()).getEncoded()));
		try (Connection connection = server.connect(); Statement statement = connection.createStatement()) {
			statement.execute("ALTER SYSTEM SET ssl_client_authentication = true");
		}
		server.stop();
		server.start();
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "mariadb", "oceanbase" })
	void bundleOfTheStoreIsTrusted(String driver) {
		runner(driver)
			.withPropertyValues("quiver.stores.catalog.ssl.bundle=server", "quiver.stores.catalog.require-tls=true")
			.run((context) -> assertThat(context.getBean(SeekdbClient.class).version()).contains("seekdb"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "mariadb", "mysql", "oceanbase" })
	void strangersAreNotTrusted(String driver) {
		runner(driver)
			.withPropertyValues("quiver.stores.catalog.ssl.enabled=true", "quiver.stores.catalog.retry.max-attempts=1")
			.run((context) -> assertThatExceptionOfType(DataAccessException.class)
				.isThrownBy(context.getBean(SeekdbClient.class)::version));
	}

	@Test
	void connectionDetailsBringTheirOwnBundle() {
		runner().withBean("connectionDetails", Details.class)
			.withPropertyValues("quiver.stores.catalog.seekdb.port=1")
			.run((context) -> assertThat(context.getBean(SeekdbClient.class).version()).contains("seekdb"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "mariadb", "oceanbase" })
	void serverWithoutTlsIsNotSpokenWithWhereItIsAskedFor(String driver, SeekdbServer open) {
		trusting()
			.withPropertyValues("quiver.stores.catalog.seekdb.url=" + url(driver, open),
					"quiver.stores.catalog.ssl.bundle=server", "quiver.stores.catalog.retry.max-attempts=1")
			.run((context) -> assertThatExceptionOfType(DataAccessException.class)
				.isThrownBy(context.getBean(SeekdbClient.class)::version));
	}

	@Test
	void bundleThatTheDriverCannotUseStopsTheStartWithTheCure() {
		runner().withPropertyValues("spring.ssl.bundle.jks.server.keystore.location=" + keyStore.toUri(),
				"spring.ssl.bundle.jks.server.keystore.password=" + PASSWORD, "quiver.stores.catalog.ssl.bundle=server")
			.run((context) -> assertThat(context).getFailure()
				.extracting(NestedExceptionUtils::getMostSpecificCause)
				.asInstanceOf(type(FailureAnalyzedException.class))
				.satisfies((failure) -> {
					assertThat(failure).hasMessageContaining("'quiver.stores.catalog' has a key");
					assertThat(failure.analysis().getAction())
						.contains("quiver.stores.catalog.seekdb.parameters.keyStore");
				}));
	}

	/** What one driver takes for TLS the other may overlook. */
	@ParameterizedTest
	@CsvSource({ "mariadb, sslMode=verify-full, true", "mariadb, useSsl=true, true", "mariadb, sslMode=disable, false",
			"mysql, sslMode=VERIFY_IDENTITY, true", "mysql, useSSL=true, false", "oceanbase, useSsl=true, true",
			"oceanbase, sslMode=verify-full, false" })
	void requiredTlsIsWhatTheDriverInsistsOn(String driver, String option, boolean enough) {
		String prefix = "quiver.stores.catalog.";
		Seekdbs.runner()
			.withPropertyValues(prefix + "seekdb.url=jdbc:" + driver + "://db.example.com:2881/test?" + option,
					prefix + "require-tls=true")
			.run((context) -> {
				if (enough) {
					assertThat(context).hasNotFailed();
				}
				else {
					assertThat(context).getFailure().rootCause().hasMessageContaining("requires TLS");
				}
			});
	}

	private static String url(String driver, SeekdbServer server) {
		return server.url().replace("jdbc:mariadb:", "jdbc:" + driver + ":");
	}

	private static ApplicationContextRunner runner(String driver) {
		return trusting().withPropertyValues("quiver.stores.catalog.seekdb.url=" + url(driver, server));
	}

	private static ApplicationContextRunner runner() {
		return trusting().withPropertyValues(Seekdbs.properties("catalog", server));
	}

	private static ApplicationContextRunner trusting() {
		String prefix = "spring.ssl.bundle.jks.server.truststore.";
		return Seekdbs.runner()
			.withPropertyValues(prefix + "location=" + keyStore.toUri(), prefix + "password=" + PASSWORD,
					prefix + "type=PKCS12");
	}

	private static String pem(String what, byte[] content) {
		return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(what,
				Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(content));
	}

	private static void keytool() throws Exception {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-keystore", keyStore.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD,
				"-alias", "server", "-keyalg", "RSA", "-keysize", "2048", "-dname", "CN=server", "-validity", "2",
				"-ext", "san=ip:127.0.0.1,dns:localhost")
			.redirectErrorStream(true)
			.start();
		String said = new String(process.getInputStream().readAllBytes());
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).as(said).isZero();
	}

	record Details(SslBundles bundles) implements SeekdbConnectionDetails {

		@Override
		public String getJdbcUrl() {
			return server.url();
		}

		@Override
		public SslBundle getSslBundle() {
			return this.bundles.getBundle("server");
		}

	}

}
