package io.quiver.store.proxima.server;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads JSON as the server does: strictly, but without undoing the escapes of strings.
 * Objects become maps, arrays lists, numbers {@link BigInteger} or {@link Double}.
 *
 * @author Quiver
 */
final class JsonParser {

	/** What {@code null} becomes. */
	static final Object NULL = new Object();

	/** The order of the members of an object: short names first. */
	static final Comparator<String> MEMBERS = Comparator.comparingInt(String::length)
		.thenComparing(Comparator.naturalOrder());

	private final String text;

	private int position;

	private JsonParser(String text) {
		this.text = text;
	}

	/** Read a text, unless it is no JSON. */
	static Optional<Object> parse(String text) {
		try {
			JsonParser parser = new JsonParser(text);
			Object value = parser.value();
			return (parser.peek() == 0) ? Optional.of(value) : Optional.empty();
		}
		catch (IllegalStateException | NumberFormatException ex) {
			return Optional.empty();
		}
	}

	/** The next character that is no white space; 0 at the end. */
	private char peek() {
		while (this.position < this.text.length() && " \t\r\n".indexOf(this.text.charAt(this.position)) >= 0) {
			this.position++;
		}
		return (this.position < this.text.length()) ? this.text.charAt(this.position) : 0;
	}

	private boolean skip(char expected) {
		boolean there = peek() == expected;
		this.position += there ? 1 : 0;
		return there;
	}

	private void expect(char expected) {
		if (!skip(expected)) {
			throw new IllegalStateException("No '" + expected + "' at " + this.position);
		}
	}

	private Object value() {
		return switch (peek()) {
			case '{' -> object();
			case '[' -> array();
			case '"' -> string();
			case 't' -> word("true", true);
			case 'f' -> word("false", false);
			case 'n' -> word("null", NULL);
			default -> number();
		};
	}

	private Map<String, Object> object() {
		Map<String, Object> members = new TreeMap<>(MEMBERS);
		expect('{');
		if (skip('}')) {
			return members;
		}
		do {
			String name = string();
			expect(':');
			if (members.put(name, value()) != null) {
				throw new IllegalStateException("'" + name + "' is given twice");
			}
		}
		while (skip(','));
		expect('}');
		return members;
	}

	private List<Object> array() {
		List<Object> members = new ArrayList<>();
		expect('[');
		if (skip(']')) {
			return members;
		}
		do {
			members.add(value());
		}
		while (skip(','));
		expect(']');
		return members;
	}

	private String string() {
		expect('"');
		int start = this.position;
		while (next() != '"') {
			this.position += (next() == '\\') ? 2 : 1;
		}
		return this.text.substring(start, this.position++);
	}

	private char next() {
		if (this.position >= this.text.length()) {
			throw new IllegalStateException("A string does not end");
		}
		return this.text.charAt(this.position);
	}

	private Object word(String word, Object value) {
		if (!this.text.startsWith(word, this.position)) {
			throw new IllegalStateException("No value at " + this.position);
		}
		this.position += word.length();
		return value;
	}

	private Number number() {
		int start = this.position;
		while (this.position < this.text.length() && "+-.0123456789Ee".indexOf(this.text.charAt(this.position)) >= 0) {
			this.position++;
		}
		String digits = this.text.substring(start, this.position);
		boolean whole = digits.chars().allMatch((digit) -> digit == '-' || Character.isDigit(digit));
		return whole ? new BigInteger(digits) : Double.valueOf(digits);
	}

}
