package io.quiver.store.proxima.server;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HalfFloat}.
 *
 * @author Quiver
 */
class HalfFloatTests {

	@Test
	void whatIsANumberComesBackUnchanged() {
		for (int bits = Short.MIN_VALUE; bits <= Short.MAX_VALUE; bits++) {
			float value = HalfFloat.toFloat((short) bits);
			if (!Float.isNaN(value)) {
				assertThat(HalfFloat.toBits(value)).isEqualTo((short) bits);
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "0.1, 0.099975586", "65504, 65504", "65519, 65504", "65520, Infinity", "-65520, -Infinity",
			"1e-8, 0", "5.9604645e-8, 5.9604645e-8", "2049, 2048", "2051, 2052", "NaN, NaN" })
	void takesTheNearest(float value, Float nearest) {
		assertThat(Float.valueOf(HalfFloat.round(value))).isEqualTo(nearest);
	}

}
