package io.quiver.benchmarks;

import java.nio.file.Path;

import org.springframework.core.env.SimpleCommandLinePropertySource;

/**
 * What to run and for how long.
 *
 * @param targets the targets to measure, such as {@code 1,3,start}
 * @param rows how many rows the larger set has
 * @param pairs how many pairs of runs each ratio comes from
 * @param forks 1, or 0 to run in this JVM
 * @param warm how many milliseconds a side may take to become warm before its first
 * period
 * @param warmups how many periods of each run are not counted
 * @param iterations how many are
 * @param milliseconds the length of a period
 * @param directory where vectors, indexes and the report are kept
 * @author Quiver
 * @since 0.1
 */
record Settings(String targets, int rows, int pairs, int forks, int warm, int warmups, int iterations, int milliseconds,
		Path directory) {

	/** The same for all sides. */
	static final String[] JVM_ARGUMENTS = { "-Xmx4g", "-XX:+UseParallelGC", "--add-modules=jdk.incubator.vector",
			"--enable-native-access=ALL-UNNAMED" };

	/** Where Logback is told what to do; left alone where the start is measured. */
	static final String LOGGING = "logback.configurationFile";

	static final String QUIET = "benchmarks-logback.xml";

	static Settings of(String... arguments) {
		SimpleCommandLinePropertySource given = new SimpleCommandLinePropertySource(arguments);
		return new Settings(text(given, "targets", "1,2,3,8,door,proxima,start,seekdb"), number(given, "rows", 100_000),
				number(given, "pairs", 7), 1, number(given, "warm", 10_000), number(given, "warmups", 2),
				number(given, "iterations", 4), number(given, "milliseconds", 1000),
				Path.of(text(given, "directory", "target/benchmarks")));
	}

	/**
	 * The size of the set that stores in memory are compared on.
	 * @return the number of rows
	 */
	int fewerRows() {
		return this.rows * 3 / 5;
	}

	/**
	 * Return the settings of what is long enough to be measured as a whole.
	 * @param warmups how often it is done before, unless nothing is to be warm; without
	 * any, what a benchmark does before all its periods counts to the only one
	 * @return one period
	 */
	Settings once(int warmups) {
		return new Settings(this.targets, this.rows, this.pairs, this.forks, this.warm,
				Math.min(this.warmups, 1) * warmups, 1, this.milliseconds, this.directory);
	}

	boolean wants(String target) {
		return java.util.List.of(this.targets.split(",")).contains(target);
	}

	private static String text(SimpleCommandLinePropertySource given, String name, String otherwise) {
		String value = given.getProperty(name);
		return (value != null) ? value : otherwise;
	}

	private static int number(SimpleCommandLinePropertySource given, String name, int otherwise) {
		return Integer.parseInt(text(given, name, Integer.toString(otherwise)));
	}

}
