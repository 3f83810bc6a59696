package io.quiver.benchmarks.startup;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.quiver.benchmarks.startup.empty.EmptyApplication;
import io.quiver.benchmarks.startup.store.StoreApplication;

/**
 * Starts an application in a JVM of its own, with the class path that it would have.
 *
 * @param milliseconds from the start of the process until it is ready
 * @param cpuMilliseconds the CPU time until then
 * @param heapMegabytes the heap in use then, after garbage collection
 * @author Quiver
 * @since 0.1
 */
public record StartUp(double milliseconds, double cpuMilliseconds, double heapMegabytes) {

	/** What {@code spring-boot-starter} brings. */
	private static final String BOOT = "spring-boot(-autoconfigure|-starter.*)?|spring-(aop|beans|context|core|expression)"
			+ "|logback-.*|log4j-.*|slf4j-api|jul-to-slf4j|jakarta\\.annotation-api|snakeyaml|jspecify"
			+ "|commons-logging|micrometer-(commons|observation)";

	/** What {@code quiver-spring-boot-starter} adds. */
	private static final String STARTER = BOOT
			+ "|quiver-(data|store-embedded|spring-boot-(autoconfigure|starter))|lucene-core|resilience4j-.*|spring-(data-commons|tx)"
			+ "|spring-boot-(data-commons|persistence|transaction)";

	/** The starter of the embedded store is without them. */
	private static final List<Path> OTHER_STORES = List.of(Path.of("proxima", "target", "classes"),
			Path.of("seekdb", "target", "classes"));

	/**
	 * Start one.
	 * @param starter whether with the starter, an entity and a repository
	 * @param jvmArguments the arguments of its JVM
	 * @return what it cost
	 */
	public static StartUp of(boolean starter, String... jvmArguments) {
		List<String> command = new ArrayList<>();
		command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
		command.addAll(List.of(jvmArguments));
		command.addAll(List.of("-cp", classPath(starter ? STARTER : BOOT)));
		command.add((starter ? StoreApplication.class : EmptyApplication.class).getName());
		try {
			return start(command);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static StartUp start(List<String> command) throws IOException {
		long started = System.nanoTime();
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		double ready = 0;
		StringBuilder output = new StringBuilder();
		try (BufferedReader lines = process.inputReader()) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				output.append(line).append('\n');
				if (line.equals(Ready.LINE)) {
					ready = (System.nanoTime() - started) / 1e6;
				}
				else if (line.startsWith(Ready.COST)) {
					String[] cost = line.substring(Ready.COST.length()).split(" ");
					return new StartUp(ready, Long.parseLong(cost[0]) / 1e6, Long.parseLong(cost[1]) / 1e6);
				}
			}
		}
		finally {
			process.destroy();
			process.onExit().join();
		}
		throw new IllegalStateException("The application did not start:\n" + output);
	}

	private static String classPath(String names) {
		Pattern jars = Pattern.compile("(" + names + ")-\\d[^-]*(-SNAPSHOT)?(-\\w+)?\\.jar");
		String found = entries().stream()
			.filter((entry) -> own(entry) || jars.matcher(entry.getName()).matches() || reactor(entry, names))
			.map(File::getPath)
			.collect(Collectors.joining(File.pathSeparator));
		return found;
	}

	private static List<File> entries() {
		List<File> entries = new ArrayList<>();
		for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
			File file = new File(entry);
			entries.add(file);
			File[] libraries = new File(file.getAbsoluteFile().getParentFile(), "lib").listFiles();
			if (file.isFile() && libraries != null) {
				entries.addAll(Arrays.asList(libraries));
			}
		}
		return entries;
	}

	private static boolean own(File entry) {
		return new File(entry, StartUp.class.getName().replace('.', '/') + ".class").exists()
				|| entry.getName().startsWith("quiver-benchmarks-");
	}

	/** Directories of classes of other modules, where Maven has made no jars yet. */
	private static boolean reactor(File entry, String names) {
		return names.equals(STARTER) && entry.isDirectory() && entry.getName().equals("classes")
				&& OTHER_STORES.stream().noneMatch(entry.toPath()::endsWith);
	}

}
