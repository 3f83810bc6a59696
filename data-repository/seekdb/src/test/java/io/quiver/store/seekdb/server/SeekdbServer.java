package io.quiver.store.seekdb.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.quiver.store.contract.fault.TestServer;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.FileSystemUtils;

/**
 * The real seekdb server, as a process with a port and a folder of its own. It keeps both
 * through {@link #stop()}, {@link #kill()} and {@link #start()}; {@link #close()} deletes
 * the folder. The process ends with this JVM, also when that is killed.
 * <p>
 * The user is {@code root} without a password, the database {@code test}. The server
 * listens on every interface, whatever it is told, so its port is none that it is known
 * by.
 *
 * @author Quiver
 * @since 0.1
 */
public final class SeekdbServer implements TestServer {

	/** It takes one or two seconds on a machine that has nothing else to do. */
	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private final SeekdbHome home;

	private final Path folder;

	private final InetSocketAddress address;

	private @Nullable Process process;

	private @Nullable Guard guard;

	/**
	 * Make a server on a free port. It is not started.
	 * @throws IllegalStateException if the server is not installed and required
	 * @throws org.opentest4j.TestAbortedException if it is not installed otherwise
	 */
	public SeekdbServer() {
		this(SeekdbHome.find());
	}

	SeekdbServer(SeekdbHome home) {
		this.home = home;
		this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), FreePort.next());
		try {
			this.folder = Files.createTempDirectory("seekdb-");
		}
		catch (IOException ex) {
			throw new UncheckedIOException("No folder for the seekdb server", ex);
		}
	}

	@Override
	public synchronized void start() {
		if (running()) {
			return;
		}
		forget();
		Process started = launch();
		this.process = started;
		this.guard = Guard.of(started, this.folder);
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (!ready()) {
			if (!started.isAlive()) {
				throw failed("ended with code " + started.exitValue());
			}
			if (System.nanoTime() > end) {
				throw failed("did not serve within " + PATIENCE.toSeconds() + " s");
			}
			pause(started);
		}
	}

	private Process launch() {
		ProcessBuilder builder = new ProcessBuilder(this.home.executable(), "--nodaemon", "--base-dir=" + this.folder,
				"--port=" + this.address.getPort(), "--log-level", "WARN",
				// The least that it starts with; logs and data grow from there.
				"--parameter", "memory_budget=1G", "--parameter", "log_disk_size=2G", "--parameter",
				"datafile_size=64M", "--parameter", "datafile_maxsize=8G", "--parameter", "cpu_count=2");
		builder.environment().put("TELEMETRY_ENABLED", "false");
		builder.redirectErrorStream(true).redirectOutput(output().toFile());
		try {
			return builder.start();
		}
		catch (IOException ex) {
			throw new IllegalStateException("seekdb cannot be started: " + ex.getMessage(), ex);
		}
	}

	private Path output() {
		return this.folder.resolve("output");
	}

	private IllegalStateException failed(String how) {
		String said = LogTail.of(output(), this.folder.resolve("log").resolve("seekdb.log"));
		kill();
		return new IllegalStateException("seekdb on port " + this.address.getPort() + " " + how + ". " + said);
	}

	private static void pause(Process process) {
		try {
			process.waitFor(50, TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("Interrupted while seekdb started", ex);
		}
	}

	/**
	 * Return whether the process runs, be it ready or not.
	 * @return {@code true} if it does
	 */
	public synchronized boolean running() {
		return this.process != null && this.process.isAlive();
	}

	@Override
	public boolean ready() {
		if (!running()) {
			return false;
		}
		try (Connection connection = connect(); Statement statement = connection.createStatement()) {
			return statement.execute("SELECT 1");
		}
		catch (SQLException ex) {
			return false;
		}
	}

	/**
	 * Return the id of its process, which runs.
	 * @return the id
	 * @throws IllegalStateException if it does not run
	 */
	public synchronized long pid() {
		Assert.state(this.process != null, "seekdb does not run");
		return this.process.pid();
	}

	/**
	 * Return the folder that the server writes to. Certificates go into its
	 * {@code wallet}.
	 * @return the folder
	 */
	public Path folder() {
		return this.folder;
	}

	/**
	 * Return the JDBC address of the database {@code test}, for the MariaDB driver.
	 * @return the address, without any property
	 */
	public String url() {
		return "jdbc:mariadb://" + this.address.getAddress().getHostAddress() + ":" + this.address.getPort() + "/test";
	}

	/**
	 * Connect without a pool, as {@code root}.
	 * @return the connection, which the caller closes
	 * @throws SQLException if the server does not answer within 5 s
	 */
	public Connection connect() throws SQLException {
		return DriverManager.getConnection(url() + "?connectTimeout=5000", "root", "");
	}

	/**
	 * Ask the server to end, and wait until it has. Does nothing if it does not run.
	 */
	public synchronized void stop() {
		end(false);
	}

	@Override
	public synchronized void kill() {
		end(true);
	}

	private void end(boolean forcibly) {
		Process running = this.process;
		if (running == null) {
			return;
		}
		try {
			if (forcibly || !running.supportsNormalTermination()) {
				running.destroyForcibly().waitFor();
			}
			else {
				running.destroy();
				if (!running.waitFor(1, TimeUnit.MINUTES)) {
					running.destroyForcibly().waitFor();
				}
			}
		}
		catch (InterruptedException ex) {
			running.destroyForcibly();
			Thread.currentThread().interrupt();
		}
		forget();
	}

	private void forget() {
		this.process = null;
		if (this.guard != null) {
			this.guard.dismiss();
			this.guard = null;
		}
	}

	@Override
	public InetSocketAddress address() {
		return this.address;
	}

	@Override
	public synchronized void close() {
		kill();
		FileSystemUtils.deleteRecursively(this.folder.toFile());
	}

}
