package io.quiver.store.seekdb.model;

import java.nio.charset.StandardCharsets;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Vectors as text: numbers in square brackets. Each is read as the float next to it, as
 * {@link Float#parseFloat} does, which alone is asked where the way through a double
 * could miss it.
 *
 * @author Quiver
 */
final class VectorText {

	/** The largest powers of ten that are exact. */
	private static final double[] POWERS = { 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13,
			1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };

	/** More digits do not fit a long. */
	private static final int MAX_DIGITS = 18;

	/** The bits that a double has and a float has not. */
	private static final long BEYOND_FLOAT = (1L << 29) - 1;

	private static final long HALF_WAY = 1L << 28;

	/** By so many of its last bits a double may be wrong here. */
	private static final long DOUBT = 1 << 8;

	private final byte[] text;

	private int position;

	private VectorText(byte[] text) {
		this.text = text;
	}

	/**
	 * Read a vector.
	 * @param text numbers with commas between them, in square brackets
	 * @return the elements, none for {@code []}
	 * @throws InvalidDataAccessApiUsageException if it is no such text
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
		float nearest = (isDoubtful(value)) ? Float.parseFloat(text(start)) : (float) value;
		return (negative) ? -nearest : nearest;
	}

	/**
	 * Return whether another float might be nearer to the number than to the double that
	 * was made of it: it is half-way between two, or less than a normal one.
	 */
	private static boolean isDoubtful(double value) {
		long beyond = Double.doubleToRawLongBits(value) & BEYOND_FLOAT;
		return Math.abs(beyond - HALF_WAY) <= DOUBT || (value < Float.MIN_NORMAL && value != 0);
	}

	private String text(int from) {
		return new String(this.text, from, this.position - from, StandardCharsets.ISO_8859_1);
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

	private InvalidDataAccessApiUsageException malformed() {
		return new InvalidDataAccessApiUsageException(
				"No vector: it cannot be read at character %d of %d, and must be of finite numbers such as [0.5,2]"
					.formatted(this.position, this.text.length));
	}

}
