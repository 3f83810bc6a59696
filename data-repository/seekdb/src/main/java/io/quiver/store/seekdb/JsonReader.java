package io.quiver.store.seekdb;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessResourceUsageException;

/**
 * Reads JSON as the server writes it. Whole numbers become longs if they fit, others
 * doubles.
 *
 * @author Quiver
 */
final class JsonReader {

	/** The server takes a hundred. */
	private static final int MAX_DEPTH = 1000;

	private final String text;

	private int position;

	private int depth;

	private JsonReader(String text) {
		this.text = text;
	}

	static @Nullable Object read(String text) {
		JsonReader reader = new JsonReader(text);
		Object value = reader.value();
		reader.skipBlanks();
		if (reader.position != text.length()) {
			throw reader.malformed();
		}
		return value;
	}

	private @Nullable Object value() {
		skipBlanks();
		int c = peek();
		if (c == '{' || c == '[') {
			if (++this.depth > MAX_DEPTH) {
				throw malformed();
			}
			Object nested = (c == '{') ? object() : array();
			this.depth--;
			return nested;
		}
		return switch (c) {
			case '"' -> string();
			case 't' -> word("true", true);
			case 'f' -> word("false", false);
			case 'n' -> word("null", null);
			default -> number();
		};
	}

	private Map<String, @Nullable Object> object() {
		Map<String, @Nullable Object> members = new LinkedHashMap<>();
		this.position++;
		if (!ends('}')) {
			do {
				skipBlanks();
				String name = string();
				expect(':');
				members.put(name, value());
			}
			while (continues('}'));
		}
		return members;
	}

	private List<@Nullable Object> array() {
		List<@Nullable Object> elements = new ArrayList<>();
		this.position++;
		if (!ends(']')) {
			do {
				elements.add(value());
			}
			while (continues(']'));
		}
		return elements;
	}

	private boolean ends(char end) {
		skipBlanks();
		if (peek() == end) {
			this.position++;
			return true;
		}
		return false;
	}

	private boolean continues(char end) {
		if (ends(end)) {
			return false;
		}
		expect(',');
		return true;
	}

	private String string() {
		expect('"');
		int start = this.position;
		for (int c = peek(); c != '"'; c = peek()) {
			if (c == '\\') {
				return escaped(start);
			}
			if (c < 0) {
				throw malformed();
			}
			this.position++;
		}
		return this.text.substring(start, this.position++);
	}

	private String escaped(int start) {
		StringBuilder string = new StringBuilder().append(this.text, start, this.position);
		for (int c = next(); c != '"'; c = next()) {
			string.append((c == '\\') ? escape() : (char) c);
		}
		return string.toString();
	}

	private char escape() {
		int c = next();
		return switch (c) {
			case 'b' -> '\b';
			case 'f' -> '\f';
			case 'n' -> '\n';
			case 'r' -> '\r';
			case 't' -> '\t';
			case '"', '\\', '/' -> (char) c;
			case 'u' -> unicode();
			default -> throw malformed();
		};
	}

	private char unicode() {
		int code = 0;
		for (int i = 0; i < 4; i++) {
			int digit = Character.digit(next(), 16);
			if (digit < 0) {
				throw malformed();
			}
			code = code * 16 + digit;
		}
		return (char) code;
	}

	private Object number() {
		int start = this.position;
		boolean whole = true;
		for (int c = peek(); (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e'
				|| c == 'E'; c = peek()) {
			whole &= c != '.' && c != 'e' && c != 'E';
			this.position++;
		}
		String number = this.text.substring(start, this.position);
		try {
			if (!whole || number.equals("-0")) {
				return Double.valueOf(number);
			}
			BigDecimal exact = (number.length() > 18) ? new BigDecimal(number) : null;
			return (exact == null) ? (Object) Long.parseLong(number)
					: (exact.toBigInteger().bitLength() < 64) ? (Object) exact.longValueExact() : exact.doubleValue();
		}
		catch (NumberFormatException ex) {
			throw malformed();
		}
	}

	private @Nullable Object word(String word, @Nullable Object value) {
		if (!this.text.startsWith(word, this.position)) {
			throw malformed();
		}
		this.position += word.length();
		return value;
	}

	private void skipBlanks() {
		for (int c = peek(); c == ' ' || c == '\n' || c == '\r' || c == '\t'; c = peek()) {
			this.position++;
		}
	}

	private void expect(char c) {
		skipBlanks();
		if (next() != c) {
			throw malformed();
		}
	}

	private int next() {
		int c = peek();
		if (c < 0) {
			throw malformed();
		}
		this.position++;
		return c;
	}

	private int peek() {
		return (this.position < this.text.length()) ? this.text.charAt(this.position) : -1;
	}

	private InvalidDataAccessResourceUsageException malformed() {
		return new InvalidDataAccessResourceUsageException(
				"The server's JSON cannot be read at character %d of %d".formatted(this.position, this.text.length()));
	}

}
