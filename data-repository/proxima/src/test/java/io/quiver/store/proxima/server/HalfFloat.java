package io.quiver.store.proxima.server;

/**
 * Floating point of 16 bits, for which Java 17 has no methods of its own.
 *
 * @author Quiver
 */
final class HalfFloat {

	private static final int NOT_FINITE = 0x7c00;

	private HalfFloat() {
	}

	/** The number that 16 bits stand for. */
	static float toFloat(short bits) {
		int exponent = (bits >> 10) & 0x1f;
		int fraction = bits & 0x3ff;
		float sign = (bits < 0) ? -1 : 1;
		if (exponent == 0x1f) {
			return (fraction == 0) ? sign * Float.POSITIVE_INFINITY : Float.NaN;
		}
		if (exponent == 0) {
			return sign * Math.scalb((float) fraction, -24);
		}
		return sign * Math.scalb((float) (fraction | 0x400), exponent - 25);
	}

	/** The nearest that 16 bits can stand for; of two the even one. */
	static short toBits(float value) {
		int sign = (Float.floatToRawIntBits(value) >>> 16) & 0x8000;
		float size = Math.abs(value);
		if (Float.isNaN(value)) {
			return (short) (sign | 0x7e00);
		}
		if (size >= 65520) {
			return (short) (sign | NOT_FINITE);
		}
		int exponent = Math.max(Math.getExponent(size), -14);
		int fraction = (int) Math.rint(Math.scalb((double) size, 10 - exponent));
		return (short) (sign | (((exponent + 14) << 10) + fraction));
	}

	static float round(float value) {
		return toFloat(toBits(value));
	}

}
