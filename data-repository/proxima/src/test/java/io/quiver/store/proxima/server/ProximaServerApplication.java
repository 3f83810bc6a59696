package io.quiver.store.proxima.server;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

import org.springframework.boot.convert.DurationStyle;

/**
 * Runs the server as a process of its own, for the sample and for benchmarks. From the
 * root of the project: <pre>
 * mvn -q -pl data-repository/proxima -am test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath
 * cd data-repository/proxima/target &amp;&amp; java -cp test-classes:classes:$(cat classpath) \
 *     io.quiver.store.proxima.server.ProximaServerApplication
 * </pre> Options:
 * <ul>
 * <li>{@code --grpc-port=16000} and {@code --http-port=16001}: where it listens
 * <li>{@code --version=0.2.1}: what it says its version is
 * <li>{@code --delay=2ms}: how long each call waits
 * <li>{@code --answers=canned}: queries get documents that are not compared at all, and
 * of a collection only the first 10,000 are kept. For benchmarks only.
 * </ul>
 *
 * @author Quiver
 */
public final class ProximaServerApplication {

	private static final Map<String, String> DEFAULTS = Map.of("grpc-port", "16000", "http-port", "16001", "version",
			"0.2.1", "delay", "0ms", "answers", "exact");

	private ProximaServerApplication() {
	}

	/**
	 * Start the server. It ends with the process.
	 * @param arguments see above
	 * @throws InterruptedException never, as nothing interrupts the thread
	 */
	public static void main(String[] arguments) throws InterruptedException {
		ProximaServer server = server(arguments);
		server.start();
		System.out.printf("Proxima BE for tests: gRPC at %s, HTTP at %s%n", server.address(), server.httpAddress());
		new CountDownLatch(1).await();
	}

	/** Make the server that the arguments ask for. */
	static ProximaServer server(String... arguments) {
		Map<String, String> given = Arrays.stream(arguments)
			.map(ProximaServerApplication::option)
			.collect(Collectors.toMap((option) -> option[0], (option) -> option[1]));
		ProximaServer server = new ProximaServer(Integer.parseInt(value(given, "grpc-port")),
				Integer.parseInt(value(given, "http-port")),
				Answers.valueOf(value(given, "answers").toUpperCase(Locale.ROOT)));
		server.version(value(given, "version"));
		server.delay(delay(value(given, "delay")));
		return server;
	}

	private static String[] option(String argument) {
		String[] option = argument.replaceFirst("^--", "").split("=", 2);
		if (option.length < 2 || !DEFAULTS.containsKey(option[0])) {
			throw new IllegalArgumentException(
					"'" + argument + "' is no option: give --name=value, the name one of " + DEFAULTS.keySet());
		}
		return option;
	}

	private static String value(Map<String, String> given, String name) {
		return given.getOrDefault(name, DEFAULTS.getOrDefault(name, ""));
	}

	private static Duration delay(String text) {
		return DurationStyle.SIMPLE.parse(text);
	}

}
