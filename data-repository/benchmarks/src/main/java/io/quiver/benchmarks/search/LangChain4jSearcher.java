package io.quiver.benchmarks.search;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.EmbeddingSearchResult;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import io.quiver.benchmarks.data.VectorSet;

/**
 * LangChain4j's store in memory, with the same payload.
 *
 * @author Quiver
 * @since 0.1
 */
final class LangChain4jSearcher implements Searcher {

	private final InMemoryEmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();

	private final List<EmbeddingSearchRequest> requests;

	LangChain4jSearcher(Scenario scenario) {
		VectorSet vectors = scenario.vectors();
		this.store.addAll(IntStream.range(0, scenario.rows()).mapToObj(Integer::toString).toList(),
				Arrays.stream(vectors.rows()).map(Embedding::from).toList(),
				IntStream.range(0, scenario.rows()).mapToObj(Scenario::payload).map(TextSegment::from).toList());
		this.requests = Arrays.stream(vectors.queries())
			.map((query) -> EmbeddingSearchRequest.builder()
				.queryEmbedding(Embedding.from(query))
				.maxResults(Scenario.K)
				.build())
			.toList();
	}

	@Override
	public Object search(int query) {
		return this.store.search(this.requests.get(query));
	}

	@Override
	public int[] rows(Object result) {
		return ((EmbeddingSearchResult<?>) result).matches()
			.stream()
			.mapToInt((match) -> Integer.parseInt(match.embeddingId()))
			.toArray();
	}

	@Override
	public void close() {
	}

}
