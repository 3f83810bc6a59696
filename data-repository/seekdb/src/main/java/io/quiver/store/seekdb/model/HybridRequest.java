package io.quiver.store.seekdb.model;

import org.springframework.util.Assert;

/**
 * A search for the rows that are near to a vector, match a text, or both. Each of the two
 * finds as many rows as its own limit says; a row's score is the sum of
 * {@code weight / (rankConstant + rank)} over those that found it, whose ranks begin with
 * 1.
 *
 * @param nearest the search by vector; its limit is the number of its candidates
 * @param text the search by words; its limit is the number of its candidates
 * @param nearestWeight what the rank by vector weighs, at least 0
 * @param textWeight what the rank by words weighs, at least 0
 * @param rankConstant how little the first ranks stand out, at least 1
 * @param output what is returned of each row, whatever the two say
 * @param limit how many rows are wanted at most
 * @author Quiver
 * @since 0.1
 */
public record HybridRequest(SearchRequest nearest, TextRequest text, double nearestWeight, double textWeight,
		int rankConstant, Output output, int limit) {

	/** The usual constant of the fusion of ranks. */
	public static final int DEFAULT_RANK_CONSTANT = 60;

	public HybridRequest {
		Assert.notNull(nearest, "'nearest' must not be null");
		Assert.notNull(text, "'text' must not be null");
		Assert.isTrue(
				nearestWeight >= 0 && textWeight >= 0 && nearestWeight + textWeight > 0
						&& Double.isFinite(nearestWeight + textWeight),
				() -> "The weights must not be negative and not both 0, as " + nearestWeight + " and " + textWeight
						+ " are");
		Assert.isTrue(rankConstant >= 1, () -> "'rankConstant' must be at least 1, not " + rankConstant);
		Assert.notNull(output, "'output' must not be null");
		Assert.isTrue(limit >= 1, () -> "'limit' must be at least 1, not " + limit);
	}

	/**
	 * Return a search whose two parts weigh the same.
	 * @param nearest the search by vector; its limit is the number of its candidates
	 * @param text the search by words; its limit is the number of its candidates
	 * @return the search for the best {@value SearchRequest#DEFAULT_LIMIT} rows
	 */
	public static HybridRequest of(SearchRequest nearest, TextRequest text) {
		return new HybridRequest(nearest, text, 1, 1, DEFAULT_RANK_CONSTANT, Output.all(), SearchRequest.DEFAULT_LIMIT);
	}

	/**
	 * Return this search with weights.
	 * @param nearestWeight what the rank by vector weighs
	 * @param textWeight what the rank by words weighs
	 * @return the search
	 */
	public HybridRequest withWeights(double nearestWeight, double textWeight) {
		return new HybridRequest(this.nearest, this.text, nearestWeight, textWeight, this.rankConstant, this.output,
				this.limit);
	}

	/**
	 * Return this search with another constant.
	 * @param rankConstant how little the first ranks stand out
	 * @return the search
	 */
	public HybridRequest withRankConstant(int rankConstant) {
		return new HybridRequest(this.nearest, this.text, this.nearestWeight, this.textWeight, rankConstant,
				this.output, this.limit);
	}

	/**
	 * Return this search with another output.
	 * @param output what is returned of each row
	 * @return the search
	 */
	public HybridRequest withOutput(Output output) {
		return new HybridRequest(this.nearest, this.text, this.nearestWeight, this.textWeight, this.rankConstant,
				output, this.limit);
	}

	/**
	 * Return this search for some rows at most.
	 * @param limit how many
	 * @return the search
	 */
	public HybridRequest withLimit(int limit) {
		return new HybridRequest(this.nearest, this.text, this.nearestWeight, this.textWeight, this.rankConstant,
				this.output, limit);
	}

}
