package io.quiver.benchmarks.search;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import io.quiver.benchmarks.data.VectorSet;
import org.springframework.ai.document.Document;
import org.springframework.ai.embedding.Embedding;
import org.springframework.ai.embedding.EmbeddingModel;
import org.springframework.ai.embedding.EmbeddingRequest;
import org.springframework.ai.embedding.EmbeddingResponse;
import org.springframework.ai.vectorstore.SearchRequest;
import org.springframework.ai.vectorstore.SimpleVectorStore;

/**
 * Spring AI's store in memory, with the same payload. Its model looks the vectors up, so
 * that embedding costs nothing.
 *
 * @author Quiver
 * @since 0.1
 */
final class SpringAiSearcher implements Searcher {

	private final SimpleVectorStore store;

	private final List<SearchRequest> requests;

	SpringAiSearcher(Scenario scenario) {
		VectorSet vectors = scenario.vectors();
		Map<String, float[]> known = new ConcurrentHashMap<>();
		for (int row = 0; row < scenario.rows(); row++) {
			known.put(Scenario.payload(row), vectors.rows()[row]);
		}
		for (int query = 0; query < vectors.queries().length; query++) {
			known.put("query " + query, vectors.queries()[query]);
		}
		this.store = SimpleVectorStore.builder(new KnownTexts(known)).build();
		this.store.doAdd(IntStream.range(0, scenario.rows())
			.mapToObj((row) -> new Document(Integer.toString(row), Scenario.payload(row), Map.of()))
			.toList());
		this.requests = IntStream.range(0, vectors.queries().length)
			.mapToObj((query) -> SearchRequest.builder().query("query " + query).topK(Scenario.K).build())
			.toList();
	}

	@Override
	public Object search(int query) {
		return this.store.similaritySearch(this.requests.get(query));
	}

	@Override
	public int[] rows(Object result) {
		return ((List<?>) result).stream().mapToInt((found) -> Integer.parseInt(((Document) found).getId())).toArray();
	}

	@Override
	public void close() {
	}

	/** Looks vectors up by their texts. */
	private record KnownTexts(Map<String, float[]> vectors) implements EmbeddingModel {

		@Override
		public float[] embed(String text) {
			float[] vector = this.vectors.get(text);
			if (vector == null) {
				throw new IllegalArgumentException("Unknown text '" + text + "'");
			}
			return vector;
		}

		@Override
		public float[] embed(Document document) {
			return embed(String.valueOf(document.getText()));
		}

		@Override
		public int dimensions() {
			return VectorSet.DIMENSION;
		}

		@Override
		public EmbeddingResponse call(EmbeddingRequest request) {
			List<String> texts = request.getInstructions();
			return new EmbeddingResponse(
					IntStream.range(0, texts.size()).mapToObj((i) -> new Embedding(embed(texts.get(i)), i)).toList());
		}

	}

}
