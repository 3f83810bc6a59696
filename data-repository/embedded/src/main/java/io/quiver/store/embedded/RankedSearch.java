package io.quiver.store.embedded;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import io.quiver.data.core.query.Metric;
import io.quiver.data.policy.Deadline;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column.VectorColumn;
import io.quiver.data.store.FindRequest;
import io.quiver.data.store.Hit;
import io.quiver.data.store.NearestRequest;
import io.quiver.data.store.RankRequest;
import io.quiver.data.store.Row;
import io.quiver.store.embedded.EmbeddedCollection.View;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Answers the searches of the port on one collection.
 *
 * @author Quiver
 */
final class RankedSearch {

	/** How many rows of each ranking are fused, at least. */
	private static final int FUSED = 100;

	private final EmbeddedCollection collection;

	private final NeighbourSearch neighbours;

	private final Deadline deadline;

	RankedSearch(EmbeddedCollection collection, EmbeddedSettings settings, Deadline deadline) {
		this.collection = collection;
		this.neighbours = new NeighbourSearch(settings, deadline);
		this.deadline = deadline;
	}

	List<Row> find(FindRequest request) throws IOException {
		View view = this.collection.view();
		int[] wanted = view.wanted(request.collection(), request.projection());
		Query query = view.filters().query(request.filter());
		RowOrder order = new RowOrder(request.collection(), request.sort());
		return this.collection.read(this.deadline, (searcher) -> {
			List<ScoreDoc> page = RowSearch.page(searcher, query, order, request);
			return List.of(rows(view, searcher, page, wanted));
		});
	}

	List<Hit> nearest(NearestRequest request) throws IOException {
		View view = this.collection.view();
		int[] wanted = view.wanted(request.collection(), request.projection());
		VectorColumn column = column(request.collection(), request.column());
		NeighbourSearch.Point point = point(view, request, column, end(request.offset(), request.limit()));
		return this.collection.read(this.deadline, (searcher) -> {
			List<ScoreDoc> found = this.neighbours.search(searcher, point);
			List<ScoreDoc> page = page(found, request.offset(), request.limit());
			return (column.metric() == Metric.EUCLIDEAN) ? measured(view, searcher, page, request, wanted)
					: scored(rows(view, searcher, page, wanted), page, column.metric());
		});
	}

	private static List<Hit> scored(Row[] rows, List<ScoreDoc> page, Metric metric) {
		List<Hit> hits = new ArrayList<>(rows.length);
		for (int i = 0; i < rows.length; i++) {
			hits.add(new Hit(rows[i], Vectors.rawScore(metric, page.get(i).score)));
		}
		return hits;
	}

	/** Near zero Lucene's score is too coarse for a distance, so that it is measured. */
	private List<Hit> measured(View view, IndexSearcher searcher, List<ScoreDoc> page, NearestRequest request,
			int[] wanted) throws IOException {
		int[] withVector = Arrays.copyOf(wanted, wanted.length + 1);
		withVector[wanted.length] = view.shape().positions(request.collection())[request.column()];
		List<Hit> hits = new ArrayList<>(page.size());
		for (Row row : rows(view, searcher, page, withVector)) {
			float[] vector = (float[]) Objects.requireNonNull(row.get(wanted.length));
			@Nullable Object[] values = new @Nullable Object[wanted.length];
			Arrays.setAll(values, row::get);
			hits.add(new Hit(Row.of(values), Metric.EUCLIDEAN.rawScore(request.vector(), vector)));
		}
		hits.sort(Comparator.comparingDouble(Hit::score));
		return hits;
	}

	private static NeighbourSearch.Point point(View view, NearestRequest request, VectorColumn column, int count) {
		String problem = RowCheck.vectorProblem(column.dimension(), column.metric(), request.vector());
		if (problem != null) {
			throw new InvalidDataAccessApiUsageException(
					"The point of a search does not fit: column '%s' of collection '%s' %s".formatted(column.name(),
							request.collection().name(), problem));
		}
		Query filter = (request.filter() != null) ? view.filters().query(request.filter()) : null;
		return new NeighbourSearch.Point(column.name(), column.metric(),
				Vectors.indexed(column.metric(), request.vector()), filter, request.range(), count, request.options());
	}

	List<Hit> rank(RankRequest request) throws IOException {
		View view = this.collection.view();
		int[] wanted = view.wanted(request.collection(), request.projection());
		NearestRequest nearest = request.nearest();
		int end = end(request.offset(), request.limit());
		Query words = words(view, request);
		NeighbourSearch.Point point = null;
		if (nearest != null) {
			NearestRequest near = new NearestRequest(request.collection(), request.projection(), nearest.column(),
					nearest.vector(), request.filter(), nearest.range(), 0, Math.max(FUSED, end), request.options());
			point = point(view, near, column(request.collection(), nearest.column()), near.limit());
		}
		NeighbourSearch.@Nullable Point fused = point;
		return this.collection.read(this.deadline, (searcher) -> {
			List<? extends ScoreDoc> ranking = (fused != null) ? fuse(searcher, words, fused, request.alpha())
					: best(searcher, words, end);
			List<? extends ScoreDoc> page = page(ranking, request.offset(), request.limit());
			Row[] rows = rows(view, searcher, page, wanted);
			List<Hit> hits = new ArrayList<>(rows.length);
			for (int i = 0; i < rows.length; i++) {
				ScoreDoc hit = page.get(i);
				hits.add(new Hit(rows[i], (hit instanceof Fusion.Ranked ranked) ? ranked.rank() : hit.score));
			}
			return hits;
		});
	}

	private List<? extends ScoreDoc> fuse(IndexSearcher searcher, Query words, NeighbourSearch.Point point,
			double alpha) throws IOException {
		Fusion fusion = new Fusion();
		if (alpha < 1) {
			fusion.add(best(searcher, words, point.count()), 1 - alpha);
		}
		if (alpha > 0) {
			fusion.add(this.neighbours.search(searcher, point), alpha);
		}
		return fusion.ranked();
	}

	private static Query words(View view, RankRequest request) {
		List<String> columns = request.columns()
			.stream()
			.map((column) -> request.collection().columns().get(column).name())
			.toList();
		BooleanQuery.Builder query = new BooleanQuery.Builder();
		query.add(view.filters().ranking(columns, request.text()), Occur.MUST);
		if (request.filter() != null) {
			query.add(view.filters().query(request.filter()), Occur.FILTER);
		}
		return query.build();
	}

	private static List<ScoreDoc> best(IndexSearcher searcher, Query query, int count) throws IOException {
		int most = Math.max(1, Math.min(count, searcher.getIndexReader().maxDoc()));
		return List.of(searcher.search(query, most).scoreDocs);
	}

	/** A search that ran out of time has found too little, so that nothing is read. */
	private Row[] rows(View view, IndexSearcher searcher, List<? extends ScoreDoc> page, int[] wanted)
			throws IOException {
		this.deadline.check();
		return view.data().rows().read(searcher, page, wanted, this.deadline);
	}

	private static VectorColumn column(CollectionSpec spec, int position) {
		if (spec.columns().get(position) instanceof VectorColumn vector) {
			return vector;
		}
		throw new InvalidDataAccessApiUsageException("Column '%s' of collection '%s' has no vectors"
			.formatted(spec.columns().get(position).name(), spec.name()));
	}

	private static int end(int offset, int limit) {
		return (int) Math.min(Integer.MAX_VALUE, (long) offset + limit);
	}

	private static <T> List<T> page(List<T> ranking, int offset, int limit) {
		int from = Math.min(offset, ranking.size());
		return ranking.subList(from, (int) Math.min(ranking.size(), (long) from + limit));
	}

}
