package io.quiver.store.seekdb;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.InvalidDataAccessResourceUsageException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * @author Quiver
 */
class JsonReaderTests {

	@Test
	void readsValuesOfEveryKind() {
		assertThat(JsonReader.read(" {\"a\" : [1, -2.5, true, false, null, \"x\", {}, []], \"b\": {\"c\": 1e3}} "))
			.isEqualTo(Map.of("a", Arrays.asList(1L, -2.5, true, false, null, "x", Map.of(), List.of()), "b",
					Map.of("c", 1000.0)));
	}

	@Test
	void readsEscapes() {
		assertThat(JsonReader.read("\"q\\\"b\\\\s\\/n\\n\\r\\t\\b\\f\\u0000\\u00e9\\ud83d\\ude00\""))
			.isEqualTo("q\"b\\s/n\n\r\t\b\f\u0000\u00e9\ud83d\ude00");
	}

	@Test
	void readsWholeNumbersAsLongsIfTheyFit() {
		assertThat(JsonReader.read("[9223372036854775807,-9223372036854775808,9223372036854775808,-0,1.0]"))
			.isEqualTo(List.of(Long.MAX_VALUE, Long.MIN_VALUE, 9.223372036854775808E18, -0.0, 1.0));
	}

	@Test
	void readsBackEveryStringThatIsWritten() {
		for (String text : List.of("", "it's \"so\" \\", "a\u0000b\u001f", "\ud83d\ude00", "'; DROP TABLE x; --")) {
			assertThat(JsonReader.read(JsonWriter.quote(text))).isEqualTo(text);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "[1", "[1 2]", "{\"a\"}", "{a:1}", "\"x", "\"\\x\"", "\"\\u12g4\"", "tru",
			"1.2.3", "1 2", "-" })
	void refusesWhatIsNoJson(String text) {
		assertThatExceptionOfType(InvalidDataAccessResourceUsageException.class).isThrownBy(() -> JsonReader.read(text))
			.withMessageContaining("JSON");
	}

	@Test
	void refusesWhatIsTooDeep() {
		assertThatExceptionOfType(InvalidDataAccessResourceUsageException.class)
			.isThrownBy(() -> JsonReader.read("[".repeat(100_000)));
	}

}
