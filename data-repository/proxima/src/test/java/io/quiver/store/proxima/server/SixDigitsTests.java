package io.quiver.store.proxima.server;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SixDigits}.
 *
 * @author Quiver
 */
class SixDigitsTests {

	/** What C's printf makes of them. */
	@ParameterizedTest
	@CsvSource({ "0, 0", "-0.0, -0", "1, 1", "100000, 100000", "999999.4, 999999", "999999.5, 1e+06",
			"123456789.125, 1.23457e+08", "0.0001, 0.0001", "0.00001, 1e-05", "0.1, 0.1", "-2.5, -2.5", "1e300, 1e+300",
			"4.9e-324, 4.94066e-324", "NaN, nan", "Infinity, inf", "-Infinity, -inf" })
	void printsAsCDoes(double value, String printed) {
		assertThat(SixDigits.print(value)).isEqualTo(printed);
	}

}
