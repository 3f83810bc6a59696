package io.quiver.store.seekdb.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * @author Quiver
 */
class VectorTextTests {

	private static float[] parse(String text) {
		return VectorText.parse(text.getBytes(StandardCharsets.US_ASCII));
	}

	@Test
	void readsNumbersOfEveryForm() {
		assertThat(parse("[1,-2.5,3e2,4E-2, 0.125 ,+7,1.401298464324817e-45,9.999999843067494e17]")).containsExactly(1,
				-2.5f, 300, 0.04f, 0.125f, 7, Float.MIN_VALUE, 1e18f);
	}

	@Test
	void readsBothZeros() {
		float[] zeros = parse("[0,-0]");
		assertThat(Float.floatToRawIntBits(zeros[0])).isZero();
		assertThat(Float.floatToRawIntBits(zeros[1])).isEqualTo(Integer.MIN_VALUE);
	}

	@Test
	void readsNothing() {
		assertThat(parse("[]")).isEmpty();
	}

	@Test
	void readsEveryFloatToTheLastBit() {
		Random random = new Random(11);
		for (int i = 0; i < 200_000; i++) {
			float value = Float.intBitsToFloat(random.nextInt());
			if (Float.isFinite(value)) {
				assertThat(parse("[" + (double) value + "]")[0]).isEqualTo(value);
			}
		}
	}

	@Test
	void readsTheGreatestAndTheLeast() {
		for (float value : new float[] { Float.MAX_VALUE, -Float.MAX_VALUE, Float.MIN_VALUE, Float.MIN_NORMAL,
				Math.nextDown(Float.MIN_NORMAL), Math.nextUp(1f) }) {
			assertThat(parse("[" + (double) value + "]")).containsExactly(value);
		}
	}

	@Test
	void needsNoMoreThanTheDigitsOfAFloat() {
		assertThat(parse("[0.12345679104328156250000000000000000001,123456789012345678901234567890]"))
			.containsExactly(0.12345679104328156f, 123456789012345678901234567890f);
	}

	@Test
	void readsWhatLiesHalfWayBetweenTwoFloatsAsJavaDoes() {
		for (String text : new String[] { "16777217", "16777217.00000000001", "16777216.99999999999",
				"1.00000005960464477539062500000001", "1.000000059604644775390625",
				"1.00000005960464477539062499999999", "7.006492321624085354618e-46", "7.006492321624085354619e-46",
				"3.4028235677973366e38" }) {
			assertThat(parse("[" + text + ",-" + text + "]")).containsExactly(Float.parseFloat(text),
					-Float.parseFloat(text));
		}
	}

	@Test
	void readsEveryDecimalAsJavaDoes() {
		Random random = new Random(12);
		for (int i = 0; i < 200_000; i++) {
			float value = Float.intBitsToFloat(random.nextInt());
			if (!Float.isFinite(value) || !Float.isFinite(Math.nextUp(value))) {
				continue;
			}
			BigDecimal half = new BigDecimal(Math.nextUp(value)).add(new BigDecimal(value))
				.divide(BigDecimal.valueOf(2));
			String text = half.round(new MathContext(5 + random.nextInt(30))).toString();
			assertThat(parse("[" + text + "]")[0]).as(text).isEqualTo(Float.parseFloat(text));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "1,2", "[1,2", "[1,,2]", "[1;2]", "[a]", "[1e]", "[-]", "null" })
	void refusesWhatIsNoVector(String text) {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(() -> parse(text))
			.withMessageContaining("vector");
	}

}
