package io.quiver.sample;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import io.quiver.data.core.TextEmbedder;

import org.springframework.stereotype.Component;

/**
 * Turns text into vectors of 384 dimensions in this very process, with a small model that
 * is a dependency like any other: no server, no key, no network.
 *
 * @author Quiver
 */
@Component
class MiniLmEmbedder implements TextEmbedder, AutoCloseable {

	private final ExecutorService threads = Executors.newFixedThreadPool(2,
			Thread.ofPlatform().daemon().name("embed-", 1).factory());

	private final EmbeddingModel model = new AllMiniLmL6V2QuantizedEmbeddingModel(this.threads);

	@Override
	public float[] embed(String text) {
		return this.model.embed(text).content().vector();
	}

	@Override
	public List<float[]> embedAll(List<String> texts) {
		if (texts.isEmpty()) {
			return List.of();
		}
		List<TextSegment> segments = texts.stream().map(TextSegment::from).toList();
		return this.model.embedAll(segments).content().stream().map(Embedding::vector).toList();
	}

	@Override
	public void close() {
		this.threads.shutdown();
	}

}
