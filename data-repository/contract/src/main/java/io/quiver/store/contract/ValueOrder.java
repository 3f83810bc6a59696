package io.quiver.store.contract;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * The one order of values that every store is held to.
 *
 * @author Quiver
 */
final class ValueOrder {

	private ValueOrder() {
	}

	/**
	 * Return whether two values have an order at all. Numbers compare with numbers, other
	 * values with those of their own class.
	 * @param left one value
	 * @param right the other
	 * @return whether they can be compared
	 */
	static boolean comparable(Object left, Object right) {
		return (left instanceof Number && right instanceof Number)
				|| (left instanceof Comparable && left.getClass() == right.getClass());
	}

	@SuppressWarnings("unchecked")
	static int compare(Object left, Object right) {
		if (left instanceof String text && right instanceof String other) {
			return byCodePoints(text, other);
		}
		if (left instanceof UUID && right instanceof UUID) {
			return left.toString().compareTo(right.toString());
		}
		if (left instanceof Number number && right instanceof Number other) {
			return decimal(number).compareTo(decimal(other));
		}
		return ((Comparable<Object>) left).compareTo(right);
	}

	/** UTF-16 puts the characters beyond U+FFFF before those from U+E000 on. */
	private static int byCodePoints(String left, String right) {
		int[] mine = left.codePoints().toArray();
		int[] theirs = right.codePoints().toArray();
		return java.util.Arrays.compare(mine, theirs);
	}

	/** Also makes the two zeros equal. */
	private static BigDecimal decimal(Number number) {
		if (number instanceof BigDecimal decimal) {
			return decimal;
		}
		if (number instanceof Float || number instanceof Double) {
			return new BigDecimal(number.doubleValue());
		}
		return BigDecimal.valueOf(number.longValue());
	}

	static String lowerCase(String text) {
		int[] lower = text.codePoints().map(Character::toLowerCase).toArray();
		return new String(lower, 0, lower.length);
	}

}
