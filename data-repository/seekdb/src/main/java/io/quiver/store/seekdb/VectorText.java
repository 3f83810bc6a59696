package io.quiver.store.seekdb;

import org.springframework.dao.InvalidDataAccessResourceUsageException;

/**
 * Vectors as the server writes them: numbers in square brackets. Only what is asked for
 * as doubles holds every digit of a float, by which it is read back to the last bit: the
 * nearest double may be missed here by a hair, a float never.
 *
 * @author Quiver
 */
final class VectorText {

	/** The largest powers of ten that are exact. */
	private static final double[] POWERS = { 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13,
			1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };

	/** More digits than these say nothing about a float. */
	private static final int MAX_DIGITS = 18;

	private final byte[] text;

	private int position;

	private VectorText(byte[] text) {
		this.text = text;
	}

	/**
	 * Write how to ask for a vector so that all its digits come.
	 */
	static SqlBuilder select(SqlBuilder sql, String column) {
		return sql.append("array_map(x -> x*1e0, ").identifier(column).append(")");
	}

	/**
	 * Read a vector.
	 * @param text numbers with commas between them, in square brackets
	 * @return the components
	 */
	static float[] parse(byte[] text) {
		return new VectorText(text).vector();
	}

	private float[] vector() {
		expect('[');
		float[] vector = new float[count()];
		for (int i = 0; i < vector.length; i++) {
			if (i > 0) {
				expect(',');
			}
			vector[i] = number();
		}
		expect(']');
		return vector;
	}

	private int count() {
		skipBlanks();
		if (peek() == ']') {
			return 0;
		}
		int count = 1;
		for (byte c : this.text) {
			if (c == ',') {
				count++;
			}
		}
		return count;
	}

	private float number() {
		skipBlanks();
		boolean negative = peek() == '-';
		if (negative || peek() == '+') {
			this.position++;
		}
		long digits = 0;
		int read = 0;
		int exponent = 0;
		int start = this.position;
		boolean fraction = false;
		for (int c = peek(); (c >= '0' && c <= '9') || c == '.'; c = peek()) {
			this.position++;
			if (c == '.') {
				fraction = true;
				continue;
			}
			if (read < MAX_DIGITS) {
				digits = digits * 10 + (c - '0');
				read += (digits != 0) ? 1 : 0;
				exponent -= (fraction) ? 1 : 0;
			}
			else if (!fraction) {
				exponent++;
			}
		}
		if (this.position == start) {
			throw malformed();
		}
		double value = scaled(digits, exponent + exponent());
		return (float) ((negative) ? -value : value);
	}

	private int exponent() {
		if (peek() != 'e' && peek() != 'E') {
			return 0;
		}
		this.position++;
		boolean negative = peek() == '-';
		if (negative || peek() == '+') {
			this.position++;
		}
		int start = this.position;
		int exponent = 0;
		for (int c = peek(); c >= '0' && c <= '9'; c = peek()) {
			exponent = Math.min(9999, exponent * 10 + (c - '0'));
			this.position++;
		}
		if (this.position == start) {
			throw malformed();
		}
		return (negative) ? -exponent : exponent;
	}

	private static double scaled(long digits, int exponent) {
		double value = digits;
		int most = POWERS.length - 1;
		for (int left = exponent; left > 0 && value != 0 && Double.isFinite(value); left -= most) {
			value *= POWERS[Math.min(left, most)];
		}
		for (int left = -exponent; left > 0 && value != 0; left -= most) {
			value /= POWERS[Math.min(left, most)];
		}
		return value;
	}

	private void skipBlanks() {
		while (peek() == ' ') {
			this.position++;
		}
	}

	private void expect(char c) {
		skipBlanks();
		if (peek() != c) {
			throw malformed();
		}
		this.position++;
	}

	private int peek() {
		return (this.position < this.text.length) ? this.text[this.position] : -1;
	}

	private InvalidDataAccessResourceUsageException malformed() {
		return new InvalidDataAccessResourceUsageException(
				"The server's text of a vector cannot be read at character %d of %d".formatted(this.position,
						this.text.length));
	}

}
