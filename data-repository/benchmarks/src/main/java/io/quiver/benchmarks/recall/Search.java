package io.quiver.benchmarks.recall;

import io.quiver.data.core.query.SearchOptions;

/**
 * One way of searching one store.
 *
 * @param store the store
 * @param options how it was asked
 * @param question what it was asked
 * @param few what was found when few rows were wanted
 * @param many what was found when many were
 * @author Quiver
 * @since 0.1
 */
public record Search(String store, SearchOptions options, Question question, Findings few, Findings many) {

	/** As many as a page shows. */
	public static final int FEW = 10;

	/** As many as are ranked again by something else. */
	public static final int MANY = 100;

	/**
	 * Search. Exact searches for few find the first of those for many, so that these need
	 * not be done.
	 */
	static Search of(String name, FilledStore store, SearchOptions options, Question question) {
		Findings many = store.search(question, MANY, options);
		return new Search(name, options, question, (options.exact()) ? many : store.search(question, FEW, options),
				many);
	}

	/**
	 * Return how much of the nearest {@value #FEW} rows a search for as many found.
	 * @return the share, 1 for all
	 */
	public double recallOfFew() {
		return this.few.recall(this.question.answer(), FEW);
	}

	/**
	 * Return how much of the nearest {@value #MANY} rows a search for as many found.
	 * @return the share, 1 for all
	 */
	public double recallOfMany() {
		return this.many.recall(this.question.answer(), MANY);
	}

	/** Compare the similarities of those rows that another search found as well. */
	Difference difference(Search other) {
		return this.few.difference(other.many).and(this.many.difference(other.many));
	}

	/** Compare similarities with those computed in doubles. */
	Difference error() {
		return this.few.error(this.question).and(this.many.error(this.question));
	}

}
