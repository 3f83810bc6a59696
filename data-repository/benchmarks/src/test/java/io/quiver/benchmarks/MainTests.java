package io.quiver.benchmarks;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs everything with next to no rows and time, in this JVM: what the figures are is of
 * no interest, but that there are some.
 *
 * @author Quiver
 */
class MainTests {

	static {
		System.setProperty(Settings.LOGGING, Settings.QUIET);
		System.setProperty("jmh.ignoreLock", "true");
	}

	@Test
	void everyTargetIsMeasured(@TempDir Path directory) {
		Settings tiny = new Settings("1,2,3,8,door,proxima,start", 2000, 1, 0, 0, 0, 1, 20, directory);
		String report = Main.run(tiny).toString();
		assertThat(report).contains("1. Repository beside Lucene", "2. Defaults beside other libraries",
				"3. Filtered, 1200 rows", "8. Acknowledged writes", "The guarded door", "REPOSITORY write of 1,000",
				"REPOSITORY 64 at once", "heap in use");
		assertThat(report).contains("QUIVER HUNDREDTH ef 20 1.0000");
		assertThat(report).doesNotContain("NaN");
	}

	@Test
	void seekdbIsMeasuredWhereItsServerIsInstalled(@TempDir Path directory) {
		Settings tiny = new Settings("seekdb", 1000, 1, 0, 0, 0, 1, 20, directory);
		String report = Main.run(tiny).toString();
		assertThat(report).contains("REPOSITORY search", "CLIENT search without vectors",
				"REPOSITORY row written, heap and async | ROW_BY_ROW");
		assertThat(report).doesNotContain("NaN");
	}

}
