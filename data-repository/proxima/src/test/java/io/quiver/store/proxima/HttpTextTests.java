package io.quiver.store.proxima;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * @author Quiver
 */
class HttpTextTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "plain", "it's", "\u4e2d\ud83d\ude00", "a/b <&=>" })
	void textWithoutEscapesSurvives(String text) {
		assertThat(HttpText.damages(text)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"", "back\\slash", "line\nbreak", "\u0000" })
	void textWithEscapesDoesNot(String text) {
		assertThat(HttpText.damages(text)).isTrue();
	}

	@Test
	void numbersOfSixDigitsSurvive() {
		assertThat(HttpText.damages(0.1)).isFalse();
		assertThat(HttpText.damages(0d)).isFalse();
		assertThat(HttpText.damages(-123456e30)).isFalse();
		assertThat(HttpText.damages(0.1f)).isFalse();
		assertThat(HttpText.damages(1.234567)).isTrue();
		assertThat(HttpText.damages(16777215f)).isTrue();
		assertThat(HttpText.damages(-0d)).isTrue();
		assertThat(HttpText.damages(Double.NaN)).isTrue();
	}

}
