package io.quiver.spring.boot.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * A door with TLS before a server that has none, as operators put there. Its key is made
 * for this run.
 *
 * @author Quiver
 */
public final class TlsDoor implements AutoCloseable {

	private static final String PASSWORD = "for-one-run";

	private final Path keyStore;

	private final SSLServerSocket socket;

	private final InetSocketAddress server;

	private final ExecutorService threads = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task, "tls-door");
		thread.setDaemon(true);
		return thread;
	});

	/**
	 * Open the door.
	 * @param directory keeps the key
	 * @param server what stands behind it
	 */
	public TlsDoor(Path directory, InetSocketAddress server) throws Exception {
		this.keyStore = directory.resolve("door-" + server.getPort() + ".p12");
		this.server = server;
		keytool();
		this.socket = (SSLServerSocket) context().getServerSocketFactory()
			.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
		this.threads.execute(this::serve);
	}

	public int port() {
		return this.socket.getLocalPort();
	}

	/**
	 * Return the properties of a bundle that trusts this door and nobody else.
	 */
	public String[] bundle(String name) {
		String prefix = "spring.ssl.bundle.jks." + name + ".truststore.";
		return new String[] { prefix + "location=" + this.keyStore.toUri(), prefix + "password=" + PASSWORD,
				prefix + "type=PKCS12" };
	}

	private void keytool() throws IOException, InterruptedException {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-keystore", this.keyStore.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD,
				"-alias", "door", "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=door", "-validity", "2",
				"-ext", "san=ip:127.0.0.1,dns:localhost")
			.redirectErrorStream(true)
			.start();
		String said = new String(process.getInputStream().readAllBytes());
		if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
			throw new IOException("keytool failed: " + said);
		}
	}

	private SSLContext context() throws GeneralSecurityException, IOException {
		KeyStore store = KeyStore.getInstance(this.keyStore.toFile(), PASSWORD.toCharArray());
		KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(store, PASSWORD.toCharArray());
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(keys.getKeyManagers(), null, null);
		return context;
	}

	private void serve() {
		try {
			while (true) {
				SSLSocket client = (SSLSocket) this.socket.accept();
				SSLParameters parameters = client.getSSLParameters();
				parameters.setApplicationProtocols(new String[] { "h2", "http/1.1" });
				client.setSSLParameters(parameters);
				Socket behind = new Socket(this.server.getAddress(), this.server.getPort());
				this.threads.execute(() -> pass(client, behind));
				this.threads.execute(() -> pass(behind, client));
			}
		}
		catch (IOException ex) {
			// It is closed.
		}
	}

	private static void pass(Socket from, Socket to) {
		try (from; to) {
			InputStream in = from.getInputStream();
			byte[] buffer = new byte[8192];
			for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
				to.getOutputStream().write(buffer, 0, length);
				to.getOutputStream().flush();
			}
		}
		catch (IOException ex) {
			// One of them has left.
		}
	}

	@Override
	public void close() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.threads.shutdownNow();
	}

}
