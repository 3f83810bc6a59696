package io.quiver.store.embedded;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import io.quiver.data.core.query.Metric;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.core.query.SimilarityRange;
import io.quiver.data.policy.Deadline;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.RescoreTopNQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.VectorScorer;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Finds neighbours: through the graph, or by comparing every row where that is quicker or
 * asked for.
 *
 * @author Quiver
 */
final class NeighbourSearch {

	/** Following this many links costs about as much as comparing every row. */
	private static final int GRAPH_COST = 8;

	private final EmbeddedSettings settings;

	private final Deadline deadline;

	NeighbourSearch(EmbeddedSettings settings, Deadline deadline) {
		this.settings = settings;
		this.deadline = deadline;
	}

	/**
	 * What is looked for.
	 *
	 * @param field the field of the vectors
	 * @param metric how they are compared
	 * @param vector the point, as vectors are indexed
	 * @param filter the rows that are looked at, {@code null} for all
	 * @param range the similarities accepted
	 * @param count how many rows, at least 1
	 * @param options how to search
	 */
	record Point(String field, Metric metric, float[] vector, @Nullable Query filter, SimilarityRange range, int count,
			SearchOptions options) {

		boolean accepts(float score) {
			return this.range.isAll()
					|| this.range.contains(this.metric.toSimilarity(Vectors.rawScore(this.metric, score)));
		}

		/** Whether the nearest rows of all are not the nearest accepted ones. */
		boolean leavesOutNearest() {
			return this.range.upper() < 1 || !this.range.upperInclusive();
		}

	}

	List<ScoreDoc> search(IndexSearcher searcher, Point point) throws IOException {
		int ef = Math.max((point.options().ef() != null) ? point.options().ef() : this.settings.ef(), point.count());
		int worthwhile = (int) Math.min(Integer.MAX_VALUE - 1L,
				Math.max(this.settings.exactThreshold(), (long) ef * GRAPH_COST));
		if (point.options().exact() || point.leavesOutNearest() || hasAtMost(searcher, point.filter(), worthwhile)) {
			return exact(searcher, point);
		}
		List<ScoreDoc> hits = graph(searcher, point, ef);
		this.deadline.check();
		// a graph with many deleted rows may lead nowhere
		boolean enough = hits.size() >= point.count() || !point.range().isAll();
		return enough ? hits : exact(searcher, point);
	}

	private List<ScoreDoc> graph(IndexSearcher searcher, Point point, int ef) throws IOException {
		Query query = new KnnFloatVectorQuery(point.field(), point.vector(), ef, point.filter());
		if (this.settings.quantization() != EmbeddedSettings.Quantization.NONE) {
			query = RescoreTopNQuery.createFullPrecisionRescorerQuery(query, point.vector(), point.field(), ef);
		}
		return accepted(searcher.search(query, point.count()).scoreDocs, point);
	}

	private static List<ScoreDoc> accepted(ScoreDoc[] hits, Point point) {
		List<ScoreDoc> accepted = new ArrayList<>(hits.length);
		for (ScoreDoc hit : hits) {
			if (point.accepts(hit.score)) {
				accepted.add(hit);
			}
		}
		return accepted;
	}

	/**
	 * Return whether a filter leaves few rows, without counting all of many.
	 */
	private static boolean hasAtMost(IndexSearcher searcher, @Nullable Query filter, int most) throws IOException {
		if (filter == null) {
			return searcher.getIndexReader().numDocs() <= most;
		}
		Weight weight = searcher.createWeight(searcher.rewrite(filter), ScoreMode.COMPLETE_NO_SCORES, 1);
		int count = 0;
		for (LeafReaderContext leaf : searcher.getLeafContexts()) {
			int known = weight.count(leaf);
			count += (known >= 0) ? known : count(weight, leaf, most - count);
			if (count > most) {
				return false;
			}
		}
		return true;
	}

	private static int count(Weight weight, LeafReaderContext leaf, int most) throws IOException {
		Scorer scorer = weight.scorer(leaf);
		if (scorer == null) {
			return 0;
		}
		int count = 0;
		DocIdSetIterator docs = scorer.iterator();
		while (count <= most && docs.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
			count++;
		}
		return count;
	}

	private List<ScoreDoc> exact(IndexSearcher searcher, Point point) throws IOException {
		Query filter = point.filter();
		Weight weight = (filter != null)
				? searcher.createWeight(searcher.rewrite(filter), ScoreMode.COMPLETE_NO_SCORES, 1) : null;
		BestHits best = new BestHits(point.count());
		DocAndFloatFeatureBuffer buffer = new DocAndFloatFeatureBuffer();
		for (LeafReaderContext leaf : searcher.getLeafContexts()) {
			VectorScorer.Bulk scores = scores(leaf, point, weight);
			while (scores != null) {
				scores.nextDocsAndScores(DocIdSetIterator.NO_MORE_DOCS, leaf.reader().getLiveDocs(), buffer);
				if (buffer.size == 0) {
					break;
				}
				this.deadline.check();
				for (int i = 0; i < buffer.size; i++) {
					if (point.accepts(buffer.features[i])) {
						best.add(leaf.docBase + buffer.docs[i], buffer.features[i]);
					}
				}
			}
		}
		return List.of(best.best());
	}

	private static VectorScorer.@Nullable Bulk scores(LeafReaderContext leaf, Point point, @Nullable Weight weight)
			throws IOException {
		FloatVectorValues vectors = leaf.reader().getFloatVectorValues(point.field());
		if (vectors == null || vectors.size() == 0) {
			return null;
		}
		DocIdSetIterator filtered = null;
		if (weight != null) {
			Scorer scorer = weight.scorer(leaf);
			if (scorer == null) {
				return null;
			}
			filtered = scorer.iterator();
		}
		VectorScorer scorer = vectors.rescorer(point.vector());
		return (scorer != null) ? scorer.bulk(filtered) : null;
	}

}
