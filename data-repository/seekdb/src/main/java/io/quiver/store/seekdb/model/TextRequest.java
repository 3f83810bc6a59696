package io.quiver.store.seekdb.model;

import java.util.List;

import org.springframework.util.Assert;

/**
 * A search for the rows whose words match a text best.
 *
 * @param columns the names of the columns of text: all those of one {@link FullTextIndex}
 * @param text the words
 * @param mode how they are read
 * @param selection which rows are looked at
 * @param output what is returned of each
 * @param limit how many rows are wanted at most
 * @param offset how many of the best are left out
 * @author Quiver
 * @since 0.1
 */
public record TextRequest(List<String> columns, String text, TextMode mode, Selection selection, Output output,
		int limit, int offset) {

	public TextRequest {
		columns = List.copyOf(columns);
		Assert.notEmpty(columns, "'columns' must not be empty");
		Assert.notNull(text, "'text' must not be null");
		Assert.notNull(mode, "'mode' must not be null");
		Assert.notNull(selection, "'selection' must not be null");
		Assert.notNull(output, "'output' must not be null");
		Assert.isTrue(limit >= 1, () -> "'limit' must be at least 1, not " + limit);
		Assert.isTrue(offset >= 0, () -> "'offset' must not be negative, as " + offset + " is");
	}

	/**
	 * Return a search for the best {@value SearchRequest#DEFAULT_LIMIT} rows.
	 * @param text the words of a language
	 * @param columns the names of the columns of text
	 * @return the search
	 */
	public static TextRequest of(String text, String... columns) {
		return new TextRequest(List.of(columns), text, TextMode.NATURAL_LANGUAGE, Selection.all(), Output.all(),
				SearchRequest.DEFAULT_LIMIT, 0);
	}

	/**
	 * Return this search with its words read otherwise.
	 * @param mode how they are read
	 * @return the search
	 */
	public TextRequest withMode(TextMode mode) {
		return new TextRequest(this.columns, this.text, mode, this.selection, this.output, this.limit, this.offset);
	}

	/**
	 * Return this search among some rows.
	 * @param selection which rows are looked at
	 * @return the search
	 */
	public TextRequest withSelection(Selection selection) {
		return new TextRequest(this.columns, this.text, this.mode, selection, this.output, this.limit, this.offset);
	}

	/**
	 * Return this search among the rows of a condition.
	 * @param filter what must be true of them
	 * @return the search
	 */
	public TextRequest withFilter(Condition filter) {
		return withSelection(this.selection.withWhere(filter));
	}

	/**
	 * Return this search with another output.
	 * @param output what is returned of each row
	 * @return the search
	 */
	public TextRequest withOutput(Output output) {
		return new TextRequest(this.columns, this.text, this.mode, this.selection, output, this.limit, this.offset);
	}

	/**
	 * Return this search with other fields returned.
	 * @param fields their names; none for all
	 * @return the search
	 */
	public TextRequest withFields(String... fields) {
		return withOutput(this.output.withFields(fields));
	}

	/**
	 * Return this search for some rows at most.
	 * @param limit how many
	 * @return the search
	 */
	public TextRequest withLimit(int limit) {
		return new TextRequest(this.columns, this.text, this.mode, this.selection, this.output, limit, this.offset);
	}

	/**
	 * Return this search without the best rows.
	 * @param offset how many are left out
	 * @return the search
	 */
	public TextRequest withOffset(int offset) {
		return new TextRequest(this.columns, this.text, this.mode, this.selection, this.output, this.limit, offset);
	}

}
