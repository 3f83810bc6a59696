package io.quiver.store.proxima.json;

/**
 * Reads a JSON text from its beginning to its end. Beside JSON it takes the bare
 * {@code nan}, {@code inf}, {@code -nan} and {@code -inf} that the server writes.
 *
 * @author Quiver
 */
public final class JsonReader {

	private static final int HEX = 16;

	private static final int UNICODE_DIGITS = 4;

	private static final int MAX_DEPTH = 64;

	private final String text;

	private int at;

	/** The brackets that end the arrays and objects that are not yet left. */
	private final char[] ends = new char[MAX_DEPTH];

	/** Whether the innermost array or object has had nothing yet. */
	private boolean first;

	private int depth;

	public JsonReader(String text) {
		this.text = text;
	}

	public boolean isArray() {
		return peek() == '[';
	}

	public boolean isObject() {
		return peek() == '{';
	}

	public boolean isString() {
		return peek() == '"';
	}

	public void beginArray() {
		begin('[', ']');
	}

	public void beginObject() {
		begin('{', '}');
	}

	private void begin(char bracket, char end) {
		expect(bracket);
		if (this.depth == MAX_DEPTH) {
			throw malformed("too many levels");
		}
		this.ends[this.depth++] = end;
		this.first = true;
	}

	/**
	 * Go on to the next value of the array, or the next member of the object.
	 * @return whether there is one; if not, the array or object is left
	 */
	public boolean hasNext() {
		char next = peek();
		char end = this.ends[this.depth - 1];
		if (next == end) {
			this.at++;
			this.depth--;
			this.first = false;
			return false;
		}
		if (!this.first) {
			if (next != ',') {
				throw malformed("no ',' or '%s'".formatted(end));
			}
			this.at++;
		}
		this.first = false;
		return true;
	}

	/**
	 * Read the name of a member.
	 * @return the name
	 */
	public String name() {
		String name = string();
		expect(':');
		return name;
	}

	/**
	 * Read a string.
	 * @return the string, its escapes undone
	 */
	public String string() {
		expect('"');
		int begin = this.at;
		while (this.at < this.text.length()) {
			char c = this.text.charAt(this.at);
			if (c == '"') {
				return this.text.substring(begin, this.at++);
			}
			if (c == '\\') {
				return escaped(begin);
			}
			this.at++;
		}
		throw malformed("a string without an end");
	}

	private String escaped(int begin) {
		StringBuilder string = new StringBuilder(this.text.substring(begin, this.at));
		while (this.at < this.text.length()) {
			char c = this.text.charAt(this.at++);
			if (c == '"') {
				return string.toString();
			}
			string.append((c == '\\') ? escape() : c);
		}
		throw malformed("a string without an end");
	}

	private char escape() {
		if (this.at >= this.text.length()) {
			throw malformed("a string without an end");
		}
		char c = this.text.charAt(this.at++);
		return switch (c) {
			case '"', '\\', '/' -> c;
			case 'b' -> '\b';
			case 'f' -> '\f';
			case 'n' -> '\n';
			case 'r' -> '\r';
			case 't' -> '\t';
			case 'u' -> unicode();
			default -> throw malformed("an unknown escape");
		};
	}

	private char unicode() {
		int end = this.at + UNICODE_DIGITS;
		if (end > this.text.length()) {
			throw malformed("a string without an end");
		}
		try {
			char c = (char) Integer.parseInt(this.text, this.at, end, HEX);
			this.at = end;
			return c;
		}
		catch (NumberFormatException ex) {
			throw malformed("an unknown escape");
		}
	}

	/**
	 * Read a number.
	 * @return the number as it is written
	 */
	public String number() {
		String number = bare();
		if (!isNumber(number)) {
			throw malformed("no number");
		}
		return number;
	}

	/**
	 * Read what stands without quotes: a number, true, false, null, nan or inf.
	 * @return the word
	 */
	public String bare() {
		peek();
		int begin = this.at;
		while (this.at < this.text.length() && isBare(this.text.charAt(this.at))) {
			this.at++;
		}
		if (begin == this.at) {
			throw malformed("no value");
		}
		return this.text.substring(begin, this.at);
	}

	/**
	 * Leave a value out, whatever it is.
	 */
	public void skip() {
		if (isString()) {
			string();
		}
		else if (isArray()) {
			beginArray();
			while (hasNext()) {
				skip();
			}
		}
		else if (isObject()) {
			beginObject();
			while (hasNext()) {
				name();
				skip();
			}
		}
		else {
			bare();
		}
	}

	/**
	 * Make sure that nothing follows.
	 */
	public void end() {
		blanks();
		if (this.at < this.text.length()) {
			throw malformed("something behind the end");
		}
	}

	private static boolean isBare(char c) {
		return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '+'
				|| c == '.';
	}

	/** Java would take hexadecimal digits, names and the letter of a type too. */
	private static boolean isNumber(String word) {
		for (int i = 0; i < word.length(); i++) {
			if ("+-.0123456789Ee".indexOf(word.charAt(i)) < 0) {
				return false;
			}
		}
		try {
			Double.parseDouble(word);
			return true;
		}
		catch (NumberFormatException ex) {
			return false;
		}
	}

	private char peek() {
		blanks();
		if (this.at >= this.text.length()) {
			throw malformed("no end");
		}
		return this.text.charAt(this.at);
	}

	private void expect(char wanted) {
		if (peek() != wanted) {
			throw malformed("no '%s'".formatted(wanted));
		}
		this.at++;
	}

	private void blanks() {
		while (this.at < this.text.length() && " \t\r\n".indexOf(this.text.charAt(this.at)) >= 0) {
			this.at++;
		}
	}

	private MalformedJsonException malformed(String what) {
		return new MalformedJsonException("%s at character %d".formatted(what, this.at + 1));
	}

}
