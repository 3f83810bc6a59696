package io.quiver.store.proxima;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * What the server's JSON does to values: it does not undo the escapes of strings that it
 * reads, and prints numbers with six digits.
 *
 * @author Quiver
 */
final class HttpText {

	private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

	private HttpText() {
	}

	/**
	 * Return whether a string would come back as another.
	 */
	static boolean damages(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '"' || c == '\\' || c < ' ') {
				return true;
			}
		}
		return false;
	}

	static boolean damages(float value) {
		return isSpecial(value) || new BigDecimal(value).round(SIX_DIGITS).floatValue() != value;
	}

	static boolean damages(double value) {
		return isSpecial(value) || new BigDecimal(value).round(SIX_DIGITS).doubleValue() != value;
	}

	/** The zero with a sign too, which not every parser keeps. */
	private static boolean isSpecial(double value) {
		return !Double.isFinite(value) || (value == 0 && Double.doubleToRawLongBits(value) != 0);
	}

}
