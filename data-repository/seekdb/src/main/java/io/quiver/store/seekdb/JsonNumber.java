package io.quiver.store.seekdb;

import java.math.BigDecimal;

/**
 * Numbers with a fraction in JSON. The server reads one of more digits, or of a large
 * exponent, as a number beside it, so that such a one is kept as text.
 *
 * @author Quiver
 */
final class JsonNumber {

	/** With so many digits every way to read a number finds the same one. */
	private static final int MAX_DIGITS = 15;

	private static final int MAX_SCALE = 22;

	private JsonNumber() {
	}

	/**
	 * Return whether the server reads a number as it is.
	 * @param text its shortest text
	 */
	static boolean isKept(String text) {
		BigDecimal number = new BigDecimal(text).stripTrailingZeros();
		return number.precision() <= MAX_DIGITS && Math.abs(number.scale()) <= MAX_SCALE;
	}

	/**
	 * Return a number as JSON, possibly as its text in quotes.
	 */
	static String write(String text) {
		return (isKept(text)) ? text : '"' + text + '"';
	}

}
