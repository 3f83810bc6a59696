package io.quiver.benchmarks.recall;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The glosses of WordNet 3.1, which say what a word means and often how it is used: short
 * English sentences about everything.
 *
 * @author Quiver
 */
final class Glosses {

	private static final String FOLDER = "/net/sf/extjwnl/data/wordnet/wn31/";

	private static final List<String> FILES = List.of("data.noun", "data.verb", "data.adj", "data.adv");

	/** Lines of the licence, which come first, begin with blanks. */
	private static final String LICENCE = "  ";

	private static final String BEGIN = " | ";

	private Glosses() {
	}

	/**
	 * Return some of all glosses, no two of them the same, at even distances in the order
	 * of the files.
	 * @param count how many
	 * @return the glosses
	 */
	static List<String> spread(int count) {
		List<String> all = List.copyOf(all());
		return IntStream.range(0, count).mapToObj((i) -> all.get((int) ((long) i * all.size() / count))).toList();
	}

	private static Set<String> all() {
		Set<String> glosses = new LinkedHashSet<>();
		for (String file : FILES) {
			try (BufferedReader lines = open(file)) {
				lines.lines()
					.filter((line) -> !line.startsWith(LICENCE))
					.map((line) -> line.substring(line.indexOf(BEGIN) + BEGIN.length()).strip())
					.forEach(glosses::add);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return glosses;
	}

	private static BufferedReader open(String file) throws IOException {
		InputStream data = Glosses.class.getResourceAsStream(FOLDER + file);
		if (data == null) {
			throw new FileNotFoundException(FOLDER + file);
		}
		return new BufferedReader(new InputStreamReader(data, StandardCharsets.UTF_8));
	}

}
