package io.quiver.store.proxima;

/**
 * Numbers of half precision, which Java has only from 20 on.
 *
 * @author Quiver
 */
final class HalfFloat {

	private static final int SIGN = 0x8000;

	private static final int INFINITE = 0x7C00;

	private static final int NOT_A_NUMBER = 0x7E00;

	/** The least single-precision bits that round to more than 65,504. */
	private static final int OVERFLOW = 0x477F_F000;

	/** The single-precision bits of the least normal half, 2^-14. */
	private static final int LEAST_NORMAL = 0x3880_0000;

	/** What the exponents of the two differ by, in place. */
	private static final int REBIAS = (127 - 15) << 23;

	private static final int DROPPED_BITS = 13;

	private HalfFloat() {
	}

	/**
	 * Return the half nearest to a number; of two, the even one.
	 */
	static short bits(float number) {
		int bits = Float.floatToRawIntBits(number);
		int sign = (bits >>> 16) & SIGN;
		int magnitude = bits & 0x7FFF_FFFF;
		if (magnitude > 0x7F80_0000) {
			return (short) (sign | NOT_A_NUMBER);
		}
		if (magnitude >= OVERFLOW) {
			return (short) (sign | INFINITE);
		}
		if (magnitude < LEAST_NORMAL) {
			// in units of 2^-24, the least half there is
			return (short) (sign | (int) Math.rint(Float.intBitsToFloat(magnitude) * 0x1p24));
		}
		int shifted = magnitude - REBIAS;
		int even = (shifted >>> DROPPED_BITS) & 1;
		return (short) (sign | ((shifted + 0xFFF + even) >>> DROPPED_BITS));
	}

	static boolean isFinite(short half) {
		return (half & INFINITE) != INFINITE;
	}

}
