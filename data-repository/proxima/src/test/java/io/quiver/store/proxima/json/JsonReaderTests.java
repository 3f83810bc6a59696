package io.quiver.store.proxima.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * @author Quiver
 */
class JsonReaderTests {

	@Test
	void membersAreReadOneAfterTheOther() {
		JsonReader reader = new JsonReader(" { \"a\" : [ 1 , -2.5e3 ] , \"b\" : { } , \"c\" : nan } ");
		reader.beginObject();
		assertThat(reader.hasNext()).isTrue();
		assertThat(reader.name()).isEqualTo("a");
		reader.beginArray();
		assertThat(reader.hasNext()).isTrue();
		assertThat(reader.number()).isEqualTo("1");
		assertThat(reader.hasNext()).isTrue();
		assertThat(reader.number()).isEqualTo("-2.5e3");
		assertThat(reader.hasNext()).isFalse();
		assertThat(reader.hasNext()).isTrue();
		assertThat(reader.name()).isEqualTo("b");
		reader.beginObject();
		assertThat(reader.hasNext()).isFalse();
		assertThat(reader.hasNext()).isTrue();
		assertThat(reader.name()).isEqualTo("c");
		assertThat(reader.bare()).isEqualTo("nan");
		assertThat(reader.hasNext()).isFalse();
		reader.end();
	}

	@Test
	void escapesAreUndone() {
		assertThat(new JsonReader("\"a\\\"b\\\\c\\/\\n\\t\\u4e2d\\ud83d\\ude00\"").string())
			.isEqualTo("a\"b\\c/\n\t\u4e2d\ud83d\ude00");
		assertThat(new JsonReader("\"\u4e2d\"").string()).isEqualTo("\u4e2d");
	}

	@Test
	void whatIsNotWantedIsSkipped() {
		JsonReader reader = new JsonReader("{\"x\":{\"y\":[1,{\"z\":\"]}\"},[]],\"n\":null},\"a\":1}");
		reader.beginObject();
		reader.hasNext();
		reader.name();
		reader.skip();
		assertThat(reader.hasNext()).isTrue();
		assertThat(reader.name()).isEqualTo("a");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "[", "[1", "[1 2]", "{\"a\"}", "{\"a\":}", "\"a", "\"\\x\"", "\"\\u12\"", "[1]x",
			"{1:2}", "\"\\", "{\"a\":1,}", "[1}", "{\"a\":1]", "[}", "{]", "[{\"a\":[1}]}" })
	void whatIsNoJsonIsRefused(String text) {
		assertThatExceptionOfType(MalformedJsonException.class).isThrownBy(() -> {
			JsonReader reader = new JsonReader(text);
			reader.skip();
			reader.end();
		});
	}

	@Test
	void aTextWithoutAnEndToItsLevelsIsRefused() {
		assertThatExceptionOfType(MalformedJsonException.class)
			.isThrownBy(() -> new JsonReader("[".repeat(100_000)).skip());
	}

}
