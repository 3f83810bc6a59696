package io.quiver.store.seekdb.model;

/**
 * How the words of a full-text search are read.
 *
 * @author Quiver
 * @since 0.1
 */
public enum TextMode {

	/** As words of a language: the more of them a row has, the better. */
	NATURAL_LANGUAGE("NATURAL LANGUAGE"),

	/** With signs of what must be there ({@code +}) and must not ({@code -}). */
	BOOLEAN("BOOLEAN");

	private final String sql;

	TextMode(String sql) {
		this.sql = sql;
	}

	/**
	 * Return how the server writes it.
	 * @return the words in upper case
	 */
	public String sql() {
		return this.sql;
	}

}
