package io.quiver.store.seekdb;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.InvalidDataAccessResourceUsageException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * @author Quiver
 */
class TimeTextTests {

	@ParameterizedTest
	@ValueSource(strings = { "1970-01-01T00:00:00Z", "2026-11-21T06:52:19.123456789Z", "0001-01-01T00:00:00.000000001Z",
			"0000-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z", "1969-12-31T23:59:59.5Z" })
	void keepsEveryNanosecond(String time) {
		Instant instant = Instant.parse(time);
		assertThat(TimeText.isKnown(instant)).isTrue();
		assertThat(TimeText.write(instant)).hasSize(TimeText.LENGTH);
		assertThat(TimeText.read(TimeText.write(instant))).isEqualTo(instant);
	}

	@Test
	void comparesInTheOrderOfTime() {
		List<String> texts = List
			.of("0001-01-01T00:00:00Z", "1969-12-31T23:59:59.999999999Z", "1970-01-01T00:00:00Z",
					"2026-01-01T00:00:00Z", "2026-01-01T00:00:00.000000001Z", "9999-12-31T23:59:59Z")
			.stream()
			.map(Instant::parse)
			.map(TimeText::write)
			.toList();
		assertThat(texts).isSorted().doesNotHaveDuplicates();
	}

	@Test
	void readsWhatTheTypesOfTheServerWrite() {
		assertThat(TimeText.read("2026-11-21 06:52:19.123456")).isEqualTo(Instant.parse("2026-11-21T06:52:19.123456Z"));
		assertThat(TimeText.read("2026-11-21 06:52:19")).isEqualTo(Instant.parse("2026-11-21T06:52:19Z"));
		assertThat(TimeText.read("2026-11-21")).isEqualTo(Instant.parse("2026-11-21T00:00:00Z"));
	}

	@Test
	void knowsYearsOfFourDigits() {
		assertThat(TimeText.isKnown(Instant.parse("-0001-12-31T23:59:59Z"))).isFalse();
		assertThat(TimeText.isKnown(Instant.parse("+10000-01-01T00:00:00Z"))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "yesterday", "2026-13-01 00:00:00", "2026-11-21T06" })
	void refusesWhatIsNoTime(String text) {
		assertThatExceptionOfType(InvalidDataAccessResourceUsageException.class).isThrownBy(() -> TimeText.read(text))
			.withMessageContaining("point in time");
	}

}
