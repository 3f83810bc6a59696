package io.quiver.store.contract.fault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A key made for this run, and the two sides of a TLS connection that use it.
 *
 * @param server proves that it has the key
 * @param client trusts nobody else
 * @author Quiver
 */
record LineTls(SSLContext server, SSLContext client) {

	private static final char[] PASSWORD = "for-one-run".toCharArray();

	static LineTls create() {
		try {
			Path directory = Files.createTempDirectory("line-tls");
			Path file = directory.resolve("key.p12");
			try {
				keytool(file);
				return of(load(file));
			}
			finally {
				Files.deleteIfExists(file);
				Files.delete(directory);
			}
		}
		catch (IOException | GeneralSecurityException ex) {
			throw new IllegalStateException("No key", ex);
		}
	}

	private static void keytool(Path file) throws IOException {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-keystore", file.toString(), "-storetype", "PKCS12", "-storepass", new String(PASSWORD),
				"-alias", "line", "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=line", "-validity", "2",
				"-ext", "san=ip:127.0.0.1,dns:localhost")
			.redirectErrorStream(true)
			.start();
		String said = new String(process.getInputStream().readAllBytes());
		try {
			if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
				throw new IOException("keytool failed: " + said);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("Interrupted", ex);
		}
	}

	private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
		KeyStore store = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(file)) {
			store.load(in, PASSWORD);
		}
		return store;
	}

	private static LineTls of(KeyStore store) throws GeneralSecurityException {
		KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(store, PASSWORD);
		SSLContext server = SSLContext.getInstance("TLS");
		server.init(keys.getKeyManagers(), null, null);
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(store);
		SSLContext client = SSLContext.getInstance("TLS");
		client.init(null, trust.getTrustManagers(), null);
		return new LineTls(server, client);
	}

}
