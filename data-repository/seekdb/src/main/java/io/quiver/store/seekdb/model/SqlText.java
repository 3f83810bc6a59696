package io.quiver.store.seekdb.model;

import org.springframework.util.Assert;

/**
 * A look at a piece of SQL of the caller's before it becomes part of a statement: what
 * would end the statement, hide the rest of it or shift its values is refused. The server
 * runs several statements of one text even if the driver did not ask for that.
 *
 * @author Quiver
 */
final class SqlText {

	private final String text;

	private int at;

	private int depth;

	private int parameters;

	private SqlText(String text) {
		this.text = text;
	}

	static void check(String text, int values) {
		Assert.hasText(text, "'text' must not be empty");
		SqlText sql = new SqlText(text);
		sql.read();
		Assert.isTrue(sql.depth == 0, () -> "A parenthesis is not closed in: " + text);
		Assert.isTrue(sql.parameters == values, () -> "There must be as many values as '?', which are " + sql.parameters
				+ " and not " + values + ", in: " + text);
	}

	private void read() {
		for (; this.at < this.text.length(); this.at++) {
			char next = this.text.charAt(this.at);
			switch (next) {
				case '?' -> this.parameters++;
				case '(' -> this.depth++;
				case ')' -> {
					this.depth--;
					Assert.isTrue(this.depth >= 0, () -> "A parenthesis is closed that is not open in: " + this.text);
				}
				case '\'', '"', '`' -> quoted(next);
				default -> Assert.isTrue(!forbidden(next),
						() -> "A semicolon, a comment, a backslash or a control character must not stand in: "
								+ this.text);
			}
		}
	}

	/** Two quotes in a row are one inside, which reads as the end and a new beginning. */
	private void quoted(char quote) {
		int end = this.text.indexOf(quote, this.at + 1);
		Assert.isTrue(end >= 0, () -> "A quote is not closed in: " + this.text);
		int escape = this.text.indexOf('\\', this.at + 1);
		Assert.isTrue(escape < 0 || escape > end,
				() -> "A text with a backslash must be given as a value of '?' instead in: " + this.text);
		this.at = end;
	}

	private boolean forbidden(char next) {
		return switch (next) {
			case ';', '\\', '#', '\0' -> true;
			case '/' -> follows('*');
			case '*' -> follows('/');
			case '-' -> follows('-') && (this.at + 2 >= this.text.length() || this.text.charAt(this.at + 2) <= ' ');
			default -> next < ' ' && next != '\n' && next != '\r' && next != '\t';
		};
	}

	private boolean follows(char next) {
		return this.at + 1 < this.text.length() && this.text.charAt(this.at + 1) == next;
	}

}
