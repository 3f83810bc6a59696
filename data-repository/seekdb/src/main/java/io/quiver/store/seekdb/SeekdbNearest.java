package io.quiver.store.seekdb;

import java.util.List;

import io.quiver.data.core.query.Metric;
import io.quiver.data.store.Column.VectorColumn;
import io.quiver.data.store.Hit;
import io.quiver.data.store.NearestRequest;
import io.quiver.data.store.Projection;
import io.quiver.data.store.StoreOperations;

/**
 * Searches for neighbours: by the index, or by comparing every row where that is asked
 * for, where the nearest rows are not wanted, and where more are than the index gives.
 *
 * @author Quiver
 */
final class SeekdbNearest {

	/** More rows the server refuses to find by an index. */
	static final int MAX_APPROXIMATE = 16_384;

	/** Can be the name of no column. */
	private static final String DISTANCE = "`~distance`";

	private final SeekdbCalls calls;

	private final SeekdbRefresh refresh;

	SeekdbNearest(SeekdbCalls calls, SeekdbRefresh refresh) {
		this.calls = calls;
		this.refresh = refresh;
	}

	List<Hit> nearest(SeekdbRows rows, NearestRequest request) {
		return this.calls.call(StoreOperations.nearest(request), (session, attempt) -> {
			this.refresh.beforeSearch(session, attempt, request);
			List<Hit> hits = hits(session, rows, request);
			attempt.returned(hits.size());
			return hits;
		});
	}

	/**
	 * Search within a try of another call. Rows that a condition leaves may be out of
	 * reach in the graph of an index, most of all under the inner product: where there
	 * are fewer than wanted, every row is compared.
	 */
	static List<Hit> hits(Session session, SeekdbRows rows, NearestRequest request) {
		SimilarityBounds bounds = new SimilarityBounds(column(rows, request).metric(), request.range());
		if (isApproximate(request, bounds)) {
			List<Hit> hits = read(session, rows, request, approximate(rows, request, bounds), bounds.metric());
			if (hits.size() == request.limit()) {
				return accepted(hits, bounds);
			}
		}
		return read(session, rows, request, exact(rows, request, bounds), bounds.metric());
	}

	private static boolean isApproximate(NearestRequest request, SimilarityBounds bounds) {
		return !request.options().exact() && !bounds.leavesOutNearest() && end(request) <= MAX_APPROXIMATE;
	}

	private static long end(NearestRequest request) {
		return (long) request.offset() + request.limit();
	}

	private static List<Hit> read(Session session, SeekdbRows rows, NearestRequest request, Sql sql, Metric metric) {
		int size = request.projection().size();
		return session.query(sql, (result) -> {
			double distance = result.getDouble(size + 1);
			double score = (result.wasNull()) ? Double.NaN : SimilarityBounds.rawScore(metric, distance);
			return new Hit(rows.read(result, request.projection(), 1), score);
		}).stream().filter((hit) -> !Double.isNaN(hit.score())).toList();
	}

	private static List<Hit> accepted(List<Hit> hits, SimilarityBounds bounds) {
		return (bounds.range().isAll()) ? hits : hits.stream().filter((hit) -> bounds.accepts(hit.score())).toList();
	}

	static VectorColumn column(SeekdbRows rows, NearestRequest request) {
		SeekdbColumn column = rows.column(request.column());
		if (column.column() instanceof VectorColumn vector) {
			return vector;
		}
		throw column.refused("has no vectors");
	}

	/**
	 * Return the first statement of a search.
	 */
	static Sql statement(SeekdbRows rows, NearestRequest request) {
		SimilarityBounds bounds = new SimilarityBounds(column(rows, request).metric(), request.range());
		return (isApproximate(request, bounds)) ? approximate(rows, request, bounds) : exact(rows, request, bounds);
	}

	/**
	 * The index takes one step of an order only, so that rows of equal distance are put
	 * in order outside. There they are taken as sorted already, though the index is right
	 * up to a hair: the sum hides that from the server.
	 */
	private static Sql approximate(SeekdbRows rows, NearestRequest request, SimilarityBounds bounds) {
		int end = (int) end(request);
		Projection wanted = request.projection();
		SqlBuilder sql = new SqlBuilder().append("SELECT ");
		for (int i = 0; i < wanted.size(); i++) {
			name(sql, i).append(", ");
		}
		sql.append(DISTANCE).append(" FROM (SELECT ");
		for (int i = 0; i < wanted.size(); i++) {
			name(rows.column(wanted.column(i)).select(sql).append(" AS "), i).append(", ");
		}
		for (int part = 0; part < rows.spec().keySize(); part++) {
			if (wanted.indexOf(part) < 0) {
				name(rows.column(part).select(sql).append(" AS "), place(wanted, part)).append(", ");
			}
		}
		distance(sql, rows, request, bounds.metric()).append(" AS ").append(DISTANCE).append(" FROM ");
		new SeekdbFilters(rows).where(rows.table(sql, request.options().partitions()), request.filter());
		sql.append(" ORDER BY ").append(DISTANCE).append(" APPROXIMATE LIMIT ").bind(end);
		Integer ef = request.options().ef();
		if (ef != null) {
			sql.append(" PARAMETERS(ef_search=").bind(Math.max(ef, end)).append(")");
		}
		sql.append(") AS `nearest` ORDER BY ").append(DISTANCE).append(" + 0");
		for (int part = 0; part < rows.spec().keySize(); part++) {
			name(sql.append(", "), place(wanted, part));
		}
		return ((request.offset() > 0)
				? sql.append(" LIMIT ").bind(request.limit()).append(" OFFSET ").bind(request.offset()) : sql)
			.build();
	}

	/** Where a part of the key stands: among the columns wanted, or behind them. */
	private static int place(Projection wanted, int part) {
		int place = wanted.indexOf(part);
		return (place >= 0) ? place : wanted.size() + part;
	}

	private static SqlBuilder name(SqlBuilder sql, int place) {
		return sql.append("`~").append(Integer.toString(place)).append("`");
	}

	/**
	 * Rows without a vector, or with one of zeros of somebody else's, would come first.
	 */
	private static Sql exact(SeekdbRows rows, NearestRequest request, SimilarityBounds bounds) {
		SqlBuilder sql = new SqlBuilder().append("SELECT ");
		if (request.projection().size() > 0) {
			rows.select(sql, request.projection()).append(", ");
		}
		distance(sql, rows, request, bounds.metric()).append(" AS ").append(DISTANCE).append(" FROM ");
		rows.table(sql, request.options().partitions()).append(" WHERE ");
		((bounds.metric() == Metric.COSINE) ? distance(sql, rows, request, Metric.COSINE)
				: sql.identifier(rows.column(request.column()).name()))
			.append(" IS NOT NULL");
		if (request.filter() != null) {
			new SeekdbFilters(rows).write(sql.append(" AND "), request.filter());
		}
		limit(sql, rows, request, bounds.farthest(), " <= ", bounds.metric());
		limit(sql, rows, request, bounds.nearest(), " >= ", bounds.metric());
		sql.append(" ORDER BY ").append(DISTANCE).append(", ");
		new RowOrder(rows, List.of()).key(sql).append(" LIMIT ").bind(request.limit());
		return ((request.offset() > 0) ? sql.append(" OFFSET ").bind(request.offset()) : sql).build();
	}

	private static void limit(SqlBuilder sql, SeekdbRows rows, NearestRequest request, double distance, String operator,
			Metric metric) {
		if (Double.isFinite(distance)) {
			distance(sql.append(" AND "), rows, request, metric).append(operator).bind(distance);
		}
		else if ((distance < 0) == operator.equals(" <= ")) {
			sql.append(" AND FALSE");
		}
	}

	private static SqlBuilder distance(SqlBuilder sql, SeekdbRows rows, NearestRequest request, Metric metric) {
		SeekdbColumn column = rows.column(request.column());
		return sql.append(SimilarityBounds.distance(metric).function())
			.append("(")
			.identifier(column.name())
			.append(", ")
			.bind(column.operand(request.vector()))
			.append(")");
	}

}
