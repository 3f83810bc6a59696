package io.quiver.store.proxima.server;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Prints numbers with six significant digits, as C does for {@code %g}.
 *
 * @author Quiver
 */
final class SixDigits {

	private static final MathContext SIX = new MathContext(6, RoundingMode.HALF_EVEN);

	private SixDigits() {
	}

	static String print(double value) {
		if (Double.isNaN(value)) {
			return (Double.doubleToRawLongBits(value) < 0) ? "-nan" : "nan";
		}
		String sign = (Double.doubleToRawLongBits(value) < 0) ? "-" : "";
		if (Double.isInfinite(value)) {
			return sign + "inf";
		}
		return sign + ((value == 0) ? "0" : digits(new BigDecimal(Math.abs(value)).round(SIX)));
	}

	private static String digits(BigDecimal value) {
		int exponent = value.precision() - value.scale() - 1;
		if (exponent >= -4 && exponent < 6) {
			return value.stripTrailingZeros().toPlainString();
		}
		String mantissa = value.scaleByPowerOfTen(-exponent).stripTrailingZeros().toPlainString();
		return "%se%s%02d".formatted(mantissa, (exponent < 0) ? "-" : "+", Math.abs(exponent));
	}

}
