package io.quiver.store.seekdb.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * An index of the words of one or several columns, which a full-text search must name
 * together as they are here.
 *
 * @param name the name, of up to 64 characters
 * @param columns the names of the columns of text, at least one
 * @param parser what finds the words, or {@code null} for the server's own choice
 * @author Quiver
 * @since 0.1
 */
public record FullTextIndex(String name, List<String> columns, @Nullable Parser parser) implements TableIndex {

	public FullTextIndex {
		Assert.hasText(name, "'name' must not be empty");
		columns = List.copyOf(columns);
		Assert.notEmpty(columns, () -> "The index '" + name + "' must have at least one column");
	}

	/**
	 * Return an index with the server's own parser.
	 * @param name the name
	 * @param columns the names of the columns of text
	 * @return the index
	 */
	public static FullTextIndex of(String name, String... columns) {
		return new FullTextIndex(name, List.of(columns), null);
	}

	/**
	 * Return this index with a parser.
	 * @param parser what finds the words
	 * @return the index
	 */
	public FullTextIndex withParser(Parser parser) {
		Assert.notNull(parser, "'parser' must not be null");
		return new FullTextIndex(this.name, this.columns, parser);
	}

	/**
	 * What finds the words of a text.
	 */
	public enum Parser {

		/** Words between blanks and punctuation. */
		SPACE,

		/** Words of Western languages, without the most frequent ones. */
		BENG,

		/** Words of Chinese. */
		IK,

		/** Every two characters in a row. */
		NGRAM,

		/** Every few characters in a row, of several lengths. */
		NGRAM2

	}

}
