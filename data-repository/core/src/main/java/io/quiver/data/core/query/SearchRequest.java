package io.quiver.data.core.query;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Vector;
import org.springframework.util.Assert;

/**
 * Rows wanted by rank: the nearest to a vector, the best matches of a text, or both
 * fused. Immutable; each method returns a changed copy.
 *
 * <pre class="code">
 * SearchRequest.near("embedding", vector).where(where("country").is("NL")).limit(20);
 * SearchRequest.text("body", "quick fox").near("embedding", vector).fuse(0.5);
 * </pre>
 *
 * @author Quiver
 * @since 0.1
 */
public final class SearchRequest {

	/**
	 * How many rows a search returns unless told.
	 */
	public static final int DEFAULT_LIMIT = 10;

	private final @Nullable Nearest nearest;

	private final @Nullable String text;

	private final List<String> textProperties;

	private final double alpha;

	private final @Nullable Filter filter;

	private final @Nullable SimilarityRange range;

	private final int limit;

	private final int offset;

	private final SearchOptions options;

	private SearchRequest(@Nullable Nearest nearest, @Nullable String text, List<String> textProperties, double alpha,
			@Nullable Filter filter, @Nullable SimilarityRange range, int limit, int offset, SearchOptions options) {
		if (!(alpha >= 0 && alpha <= 1)) {
			throw new IllegalArgumentException("'alpha' must lie in [0, 1], but is " + alpha);
		}
		if (limit < 1) {
			throw new IllegalArgumentException("'limit' must be at least 1, but is " + limit);
		}
		if (offset < 0) {
			throw new IllegalArgumentException("'offset' must not be negative, but is " + offset);
		}
		this.nearest = nearest;
		this.text = text;
		this.textProperties = List.copyOf(textProperties);
		this.alpha = alpha;
		this.filter = filter;
		this.range = range;
		this.limit = limit;
		this.offset = offset;
		this.options = options;
	}

	/**
	 * Search the rows nearest to a vector.
	 * @param property the vector property
	 * @param vector the point, of the property's dimension
	 * @return a request for {@value #DEFAULT_LIMIT} rows
	 */
	public static SearchRequest near(String property, Vector vector) {
		return near(Nearest.to(property, vector));
	}

	/**
	 * Search the rows nearest to what a text means; needs a
	 * {@link io.quiver.data.core.TextEmbedder}.
	 * @param property the vector property
	 * @param text the text
	 * @return a request for {@value #DEFAULT_LIMIT} rows
	 */
	public static SearchRequest near(String property, String text) {
		return near(Nearest.to(property, text));
	}

	/**
	 * Search the rows nearest to a point.
	 * @param nearest the point
	 * @return a request for {@value #DEFAULT_LIMIT} rows
	 */
	public static SearchRequest near(Nearest nearest) {
		Assert.notNull(nearest, "'nearest' must not be null");
		return new SearchRequest(nearest, null, List.of(), 1, null, null, DEFAULT_LIMIT, 0, SearchOptions.none());
	}

	/**
	 * Search the rows that match the words of a text best.
	 * @param property a full-text property
	 * @param text the words
	 * @return a request for {@value #DEFAULT_LIMIT} rows
	 */
	public static SearchRequest text(String property, String text) {
		Assert.notNull(property, "'property' must not be null");
		return text(List.of(property), text);
	}

	/**
	 * Search the rows that match the words of a text best.
	 * @param properties the full-text properties
	 * @param text the words
	 * @return a request for {@value #DEFAULT_LIMIT} rows
	 */
	public static SearchRequest text(List<String> properties, String text) {
		Assert.notNull(text, () -> "The text to search in %s must not be null".formatted(properties));
		if (properties.isEmpty()) {
			throw new IllegalArgumentException("At least one full-text property must be named");
		}
		return new SearchRequest(null, text, properties, 0, null, null, DEFAULT_LIMIT, 0, SearchOptions.none());
	}

	/**
	 * Fuse the matches of the text with the neighbours of a vector, both counting one
	 * half.
	 * @param nearest the point
	 * @return the changed request
	 */
	public SearchRequest and(Nearest nearest) {
		return new SearchRequest(nearest, this.text, this.textProperties, 0.5, this.filter, this.range, this.limit,
				this.offset, this.options);
	}

	/**
	 * Set how much nearness counts against the match of the text.
	 * @param alpha 1 for nearness alone, 0 for the text alone
	 * @return the changed request
	 */
	public SearchRequest fuse(double alpha) {
		return new SearchRequest(this.nearest, this.text, this.textProperties, alpha, this.filter, this.range,
				this.limit, this.offset, this.options);
	}

	public SearchRequest where(@Nullable Filter filter) {
		return new SearchRequest(this.nearest, this.text, this.textProperties, this.alpha, filter, this.range,
				this.limit, this.offset, this.options);
	}

	/**
	 * Set what similarities are accepted.
	 * @param range the similarities, all of them if that is wanted
	 * @return the changed request
	 */
	public SearchRequest within(SimilarityRange range) {
		Assert.notNull(range, "'range' must not be null");
		return new SearchRequest(this.nearest, this.text, this.textProperties, this.alpha, this.filter, range,
				this.limit, this.offset, this.options);
	}

	public SearchRequest limit(int limit) {
		return new SearchRequest(this.nearest, this.text, this.textProperties, this.alpha, this.filter, this.range,
				limit, this.offset, this.options);
	}

	public SearchRequest offset(int offset) {
		return new SearchRequest(this.nearest, this.text, this.textProperties, this.alpha, this.filter, this.range,
				this.limit, offset, this.options);
	}

	public SearchRequest options(SearchOptions options) {
		return new SearchRequest(this.nearest, this.text, this.textProperties, this.alpha, this.filter, this.range,
				this.limit, this.offset, options);
	}

	public @Nullable Nearest nearest() {
		return this.nearest;
	}

	public @Nullable String text() {
		return this.text;
	}

	public List<String> textProperties() {
		return this.textProperties;
	}

	public double alpha() {
		return this.alpha;
	}

	public @Nullable Filter filter() {
		return this.filter;
	}

	/**
	 * Return what similarities are accepted.
	 * @return the similarities, all of them unless told
	 */
	public SimilarityRange range() {
		return (this.range != null) ? this.range : SimilarityRange.all();
	}

	/**
	 * Return whether it was said what similarities are accepted, though it may be all of
	 * them: only such rows are counted and deleted.
	 * @return whether {@link #within} was called
	 */
	public boolean hasRange() {
		return this.range != null;
	}

	public int limit() {
		return this.limit;
	}

	public int offset() {
		return this.offset;
	}

	public SearchOptions options() {
		return this.options;
	}

}
