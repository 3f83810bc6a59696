package io.quiver.data.json;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.domain.Score;
import org.springframework.data.domain.SearchResult;
import org.springframework.data.domain.SearchResults;
import org.springframework.data.domain.Similarity;
import org.springframework.data.domain.Vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link VectorJacksonModule}.
 *
 * @author Quiver
 */
class VectorJacksonModuleTests {

	private final JsonMapper mapper = JsonMapper.builder().addModule(new VectorJacksonModule()).build();

	@Test
	void entityWithVectorGoesBothWays() {
		Article article = new Article("a", Vector.of(0.5f, -0.1f, 3));
		String json = this.mapper.writeValueAsString(article);
		assertThat(json).isEqualTo("{\"id\":\"a\",\"embedding\":[0.5,-0.1,3.0]}");
		assertThat(this.mapper.readValue(json, Article.class)).isEqualTo(article);
	}

	@Test
	void vectorOfDoublesKeepsItsDigits() {
		assertThat(this.mapper.writeValueAsString(Vector.of(0.1, 2))).isEqualTo("[0.1,2.0]");
	}

	@Test
	void absentVectorIsNull() {
		assertThat(this.mapper.readValue("{\"id\":\"a\",\"embedding\":null}", Article.class).embedding()).isNull();
	}

	@Test
	void vectorOfWordsIsRefused() {
		assertThatExceptionOfType(JacksonException.class)
			.isThrownBy(() -> this.mapper.readValue("[1,\"near\"]", Vector.class));
	}

	@Test
	void scoreIsNumberBothWays() {
		assertThat(this.mapper.writeValueAsString(Score.of(12.5))).isEqualTo("12.5");
		assertThat(this.mapper.readValue("12.5", Score.class).getValue()).isEqualTo(12.5);
	}

	@Test
	void similarityIsNumberBothWays() {
		assertThat(this.mapper.writeValueAsString(Similarity.of(0.75))).isEqualTo("0.75");
		assertThat(this.mapper.readValue("0.75", Similarity.class)).isEqualTo(Similarity.of(0.75));
	}

	@Test
	void similarityOutOfRangeIsRefused() {
		assertThatExceptionOfType(JacksonException.class)
			.isThrownBy(() -> this.mapper.readValue("1.5", Similarity.class))
			.withMessageContaining("1.5");
	}

	@Test
	void searchResultIsContentAndScore() {
		SearchResult<Article> result = new SearchResult<>(new Article("a", null), Similarity.of(0.75));
		assertThat(this.mapper.writeValueAsString(result))
			.isEqualTo("{\"content\":{\"id\":\"a\",\"embedding\":null},\"score\":0.75}");
	}

	@Test
	void searchResultsAreArray() {
		SearchResults<String> results = new SearchResults<>(
				List.of(new SearchResult<>("a", Similarity.of(1)), new SearchResult<>("b", Similarity.of(0.5))));
		assertThat(this.mapper.writeValueAsString(results))
			.isEqualTo("[{\"content\":\"a\",\"score\":1.0},{\"content\":\"b\",\"score\":0.5}]");
	}

	record Article(String id, @Nullable Vector embedding) {
	}

}
