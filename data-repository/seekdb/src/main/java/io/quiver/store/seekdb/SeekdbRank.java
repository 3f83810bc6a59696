package io.quiver.store.seekdb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.quiver.data.core.query.Metric;
import io.quiver.data.store.Hit;
import io.quiver.data.store.Key;
import io.quiver.data.store.NearestRequest;
import io.quiver.data.store.Projection;
import io.quiver.data.store.RankRequest;
import io.quiver.data.store.Row;
import io.quiver.data.store.StoreOperations;
import io.quiver.store.seekdb.Fusion.Ranked;

/**
 * Searches by the words of a text, alone or fused with nearness. They are fused here: the
 * server's own hybrid search takes texts for SQL and knows one organisation of tables
 * only.
 *
 * @author Quiver
 */
final class SeekdbRank {

	/** How many rows of each ranking are fused, at least. */
	private static final int FUSED = 100;

	private final SeekdbCalls calls;

	private final SeekdbRefresh refresh;

	SeekdbRank(SeekdbCalls calls, SeekdbRefresh refresh) {
		this.calls = calls;
		this.refresh = refresh;
	}

	List<Hit> rank(SeekdbRows rows, RankRequest request) {
		return this.calls.call(StoreOperations.rank(request), (session, attempt) -> {
			NearestRequest nearest = request.nearest();
			if (nearest != null) {
				this.refresh.beforeSearch(session, attempt, nearest);
			}
			List<Hit> hits = (nearest != null) ? fused(session, rows, request, nearest)
					: words(session, rows, request, request.projection(), request.offset(), request.limit());
			attempt.returned(hits.size());
			return hits;
		});
	}

	private static List<Hit> fused(Session session, SeekdbRows rows, RankRequest request, NearestRequest nearest) {
		int end = (int) Math.min(Integer.MAX_VALUE, (long) request.offset() + request.limit());
		int most = Math.max(FUSED, end);
		Projection key = Projection.key(rows.spec());
		Fusion fusion = new Fusion();
		if (request.alpha() < 1) {
			fusion.add(ranked(rows, words(session, rows, request, key, 0, most)), 1 - request.alpha());
		}
		if (request.alpha() > 0) {
			NearestRequest near = new NearestRequest(request.collection(), key, nearest.column(), nearest.vector(),
					request.filter(), nearest.range(), 0, most, request.options());
			Metric metric = SeekdbNearest.column(rows, near).metric();
			List<Hit> hits = SeekdbNearest.hits(session, rows, near)
				.stream()
				.map((hit) -> new Hit(hit.row(), metric.toSimilarity(hit.score())))
				.toList();
			fusion.add(ranked(rows, hits), request.alpha());
		}
		List<Ranked> ranked = fusion.ranked();
		List<Ranked> page = ranked.subList(Math.min(request.offset(), ranked.size()), Math.min(end, ranked.size()));
		return read(session, rows, request, page);
	}

	private static List<Ranked> ranked(SeekdbRows rows, List<Hit> hits) {
		return hits.stream().map((hit) -> new Ranked(rows.spec().keyOf(hit.row()), hit.score())).toList();
	}

	/** A row that was deleted meanwhile is left out. */
	private static List<Hit> read(Session session, SeekdbRows rows, RankRequest request, List<Ranked> page) {
		if (page.isEmpty()) {
			return List.of();
		}
		List<Key> keys = page.stream().map(Ranked::key).toList();
		Map<Key, Row> found = SeekdbReads.byKey(session, rows, keys, request.projection(),
				request.options().partitions());
		List<Hit> hits = new ArrayList<>(page.size());
		for (Ranked each : page) {
			Row row = found.get(each.key());
			if (row != null) {
				hits.add(new Hit(row, each.score()));
			}
		}
		return hits;
	}

	private static List<Hit> words(Session session, SeekdbRows rows, RankRequest request, Projection wanted, int offset,
			int limit) {
		return session.query(statement(rows, request, wanted, offset, limit),
				(result) -> new Hit(rows.read(result, wanted, 1), result.getDouble(wanted.size() + 1)));
	}

	static Sql statement(SeekdbRows rows, RankRequest request, Projection wanted, int offset, int limit) {
		SqlBuilder sql = new SqlBuilder().append("SELECT ");
		if (wanted.size() > 0) {
			rows.select(sql, wanted).append(", ");
		}
		matches(sql, rows, request, " + ").append(" AS `~score` FROM ");
		matches(rows.table(sql, request.options().partitions()).append(" WHERE "), rows, request, " OR ");
		if (request.filter() != null) {
			new SeekdbFilters(rows).write(sql.append(" AND "), request.filter());
		}
		new RowOrder(rows, List.of()).key(sql.append(" ORDER BY `~score` DESC, ")).append(" LIMIT ").bind(limit);
		return ((offset > 0) ? sql.append(" OFFSET ").bind(offset) : sql).build();
	}

	private static SqlBuilder matches(SqlBuilder sql, SeekdbRows rows, RankRequest request, String operator) {
		String separator = "(";
		for (int column : request.columns()) {
			sql.append(separator)
				.append("MATCH(")
				.identifier(rows.column(column).name())
				.append(") AGAINST (")
				.bind(request.text())
				.append(")");
			separator = operator;
		}
		return sql.append(")");
	}

}
