package io.quiver.benchmarks.proxima;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.quiver.benchmarks.data.VectorSet;

/**
 * The server of the tests as a process of its own, with some products. It compares
 * nothing, so that what is measured is the way there and back.
 *
 * @param process the process
 * @param port where it is asked over gRPC
 * @author Quiver
 * @since 0.1
 */
public record ProximaProcess(Process process, int port) implements AutoCloseable {

	private static final String SERVER = "io.quiver.store.proxima.server.ProximaServerApplication";

	/**
	 * Start the server.
	 * @param delay how long each call waits, such as {@code 2ms}
	 * @param directory where the vectors are kept
	 * @param rows how many vectors there are
	 * @return the server, which answers
	 */
	public static ProximaProcess start(String delay, Path directory, int rows) {
		try {
			int port = freePort();
			List<String> command = new ArrayList<>();
			command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
			command.addAll(List.of("-Xmx1g", "-XX:+UseParallelGC", "-cp", System.getProperty("java.class.path")));
			command.addAll(List.of(SERVER, "--grpc-port=" + port, "--http-port=" + freePort(), "--answers=canned",
					"--delay=" + delay));
			Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
			// it would outlive a benchmark that is broken off
			Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
			ProximaProcess server = new ProximaProcess(process, port);
			try {
				server.awaitStart();
				server.fill(VectorSet.in(directory, rows));
				return server;
			}
			catch (RuntimeException | Error | IOException ex) {
				server.close();
				throw ex;
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	/** Its first line says that it listens, unless it says why it does not. */
	private void awaitStart() throws IOException {
		BufferedReader lines = this.process.inputReader();
		String line = lines.readLine();
		if (line == null || !line.contains("gRPC at")) {
			throw new IllegalStateException(
					"The server did not start: " + line + "\n" + String.join("\n", lines.lines().toList()));
		}
	}

	/** The repository makes the collection, the same for all sides. */
	private void fill(VectorSet vectors) {
		try (ProductAccess products = ProductSide.REPOSITORY.open(this.port)) {
			products.save(IntStream.range(0, 100).mapToObj((row) -> Product.of(row, vectors.rows()[row])).toList());
		}
	}

	@Override
	public void close() {
		this.process.destroy();
		this.process.onExit().join();
	}

}
