package io.quiver.store.contract;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Vector;

/**
 * An immutable entity with a simple id.
 *
 * @author Quiver
 */
interface Article {

	String title();

	@Nullable String country();

	long views();

	@Nullable Instant published();

	List<String> tags();

	@Nullable Vector embedding();

	Article withTitle(String title);

	Article withoutId();

	Article withEmbedding(Vector embedding);

	/** The id with nothing else. */
	Article emptied();

	static String titleOf(int number) {
		return "Title " + number;
	}

	static String countryOf(int number) {
		return (number % 2 == 0) ? "NL" : "FR";
	}

	static @Nullable Instant publishedOf(int number) {
		return (number % 3 == 0) ? null : Instant.ofEpochSecond(number);
	}

	static List<String> tagsOf(int number) {
		return List.of("t" + number % 4);
	}

	static Vector embeddingOf(int number) {
		return Vector.of((float) Math.cos(number * 0.1), (float) Math.sin(number * 0.1), 0.25f);
	}

}
