package io.quiver.benchmarks.recall;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import io.quiver.benchmarks.data.VectorSet;

/**
 * Glosses as a sentence model sees them: vectors of length 1 of 384 components. Every
 * 21st gloss is a query and no row.
 *
 * @author Quiver
 * @since 0.1
 */
public final class SentenceVectors {

	/** How many rows there are for each query. */
	private static final int ROWS_PER_QUERY = 20;

	private SentenceVectors() {
	}

	/**
	 * Read the vectors from a directory; make and write them first if they are not there,
	 * which takes some minutes for 20,000 rows.
	 * @param directory where vectors are kept
	 * @param rows how many rows, a multiple of 20
	 * @return the rows and a twentieth as many queries
	 */
	public static VectorSet in(Path directory, int rows) {
		int queries = rows / ROWS_PER_QUERY;
		return VectorSet.in(directory.resolve("wordnet-minilm-" + rows + ".f32"), queries,
				() -> embed(Glosses.spread(rows + queries)));
	}

	private static VectorSet embed(List<String> glosses) {
		List<Embedding> embeddings;
		try (ExecutorService threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
			embeddings = new AllMiniLmL6V2QuantizedEmbeddingModel(threads)
				.embedAll(glosses.stream().map(TextSegment::from).toList())
				.content();
		}
		List<float[]> rows = new ArrayList<>();
		List<float[]> queries = new ArrayList<>();
		for (int i = 0; i < embeddings.size(); i++) {
			((i % (ROWS_PER_QUERY + 1) == ROWS_PER_QUERY) ? queries : rows).add(embeddings.get(i).vector());
		}
		return new VectorSet(rows.toArray(float[][]::new), queries.toArray(float[][]::new));
	}

}
