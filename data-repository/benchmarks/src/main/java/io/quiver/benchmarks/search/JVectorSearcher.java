package io.quiver.benchmarks.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import io.github.jbellis.jvector.disk.ReaderSupplier;
import io.github.jbellis.jvector.disk.ReaderSupplierFactory;
import io.github.jbellis.jvector.graph.GraphIndexBuilder;
import io.github.jbellis.jvector.graph.GraphSearcher;
import io.github.jbellis.jvector.graph.ImmutableGraphIndex;
import io.github.jbellis.jvector.graph.ListRandomAccessVectorValues;
import io.github.jbellis.jvector.graph.RandomAccessVectorValues;
import io.github.jbellis.jvector.graph.SearchResult;
import io.github.jbellis.jvector.graph.disk.OnDiskGraphIndex;
import io.github.jbellis.jvector.graph.similarity.DefaultSearchScoreProvider;
import io.github.jbellis.jvector.util.Bits;
import io.github.jbellis.jvector.vector.VectorSimilarityFunction;
import io.github.jbellis.jvector.vector.VectorizationProvider;
import io.github.jbellis.jvector.vector.types.VectorFloat;
import io.quiver.benchmarks.data.VectorSet;

/**
 * JVector, mapped from disk: numbers of the rows found, nothing else.
 *
 * @author Quiver
 * @since 0.1
 */
final class JVectorSearcher implements Searcher {

	private static final int DEFAULT_EF = 40;

	private final ReaderSupplier file;

	private final OnDiskGraphIndex graph;

	private final GraphSearcher searcher;

	private final List<VectorFloat<?>> queries;

	private final int ef;

	private JVectorSearcher(Scenario scenario, Path index) throws IOException {
		this.file = ReaderSupplierFactory.open(index);
		this.graph = OnDiskGraphIndex.load(this.file);
		this.searcher = new GraphSearcher(this.graph);
		this.queries = vectors(scenario.queries());
		this.ef = (scenario.ef() != 0) ? scenario.ef() : DEFAULT_EF;
	}

	static Searcher open(Scenario scenario) {
		if (scenario.slice() != Slice.ALL) {
			throw new IllegalArgumentException("JVector knows no attributes to filter by");
		}
		try {
			return new JVectorSearcher(scenario, scenario.index("jvector", JVectorSearcher::build));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void build(Path index, VectorSet set) throws IOException {
		RandomAccessVectorValues vectors = new ListRandomAccessVectorValues(vectors(set.rows()), VectorSet.DIMENSION);
		try (GraphIndexBuilder builder = new GraphIndexBuilder(vectors, VectorSimilarityFunction.DOT_PRODUCT, 32, 100,
				1.2f, 1.2f, false)) {
			OnDiskGraphIndex.write(builder.build(vectors), vectors, index);
		}
	}

	private static List<VectorFloat<?>> vectors(float[][] vectors) {
		var types = VectorizationProvider.getInstance().getVectorTypeSupport();
		return Arrays.stream(vectors).<VectorFloat<?>>map(types::createFloatVector).toList();
	}

	@Override
	public Object search(int query) {
		var view = (ImmutableGraphIndex.ScoringView) this.searcher.getView();
		var scores = new DefaultSearchScoreProvider(
				view.rerankerFor(this.queries.get(query), VectorSimilarityFunction.DOT_PRODUCT));
		return this.searcher.search(scores, Scenario.K, Math.max(this.ef, Scenario.K), 0, 0, Bits.ALL);
	}

	@Override
	public int[] rows(Object result) {
		return Arrays.stream(((SearchResult) result).getNodes()).mapToInt((found) -> found.node).toArray();
	}

	@Override
	public void close() {
		try (ReaderSupplier closed = this.file; OnDiskGraphIndex closedToo = this.graph) {
			this.searcher.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
