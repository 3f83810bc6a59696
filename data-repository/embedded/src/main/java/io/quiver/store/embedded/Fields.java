package io.quiver.store.embedded;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;

/**
 * The names of the fields of an index. A column's values are in the field of its own
 * name, what belongs to them in others; no column begins with {@code #}.
 *
 * @author Quiver
 */
final class Fields {

	/** The term of the row's key. */
	static final String KEY = "#key";

	/** All columns, as doc value. */
	static final String BODY = "#body";

	/** The names of the columns that are not null. */
	static final String PRESENT = "#present";

	/** The names of the columns with a value that is too long to be a term. */
	static final String LONG = "#long";

	/** The most bytes of a term. */
	static final int MAX_TERM = 8_000;

	private Fields() {
	}

	static String sort(String column) {
		return "#sort:" + column;
	}

	static String text(String column) {
		return "#text:" + column;
	}

	/**
	 * Return what divides texts into words, at writing and at searching.
	 * @return the analyser, with no word left out
	 */
	static Analyzer analyzer() {
		return new StandardAnalyzer();
	}

}
