package io.quiver.sample;

import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Tests for {@link MiniLmEmbedder}.
 *
 * @author Quiver
 */
class MiniLmEmbedderTests {

	private static final MiniLmEmbedder embedder = new MiniLmEmbedder();

	@AfterAll
	static void close() {
		embedder.close();
	}

	@Test
	void vectorHasTheDimensionOfTheEntity() {
		assertThat(embedder.embed("Max file size.")).hasSize(384);
	}

	@Test
	void batchIsInOrder() {
		List<String> texts = List.of("Max file size.", "Server HTTP port.", "Enable debug logs.");
		List<float[]> vectors = embedder.embedAll(texts);
		assertThat(vectors).hasSize(3);
		for (int i = 0; i < texts.size(); i++) {
			assertThat(vectors.get(i)).containsExactly(embedder.embed(texts.get(i)), within(1e-4f));
		}
	}

	@Test
	void nothingIsEmbeddedAsNothing() {
		assertThat(embedder.embedAll(List.of())).isEmpty();
	}

}
