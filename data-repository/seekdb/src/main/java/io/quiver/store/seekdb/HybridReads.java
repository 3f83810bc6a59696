package io.quiver.store.seekdb;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.quiver.store.seekdb.model.ColumnInfo;
import io.quiver.store.seekdb.model.HybridRequest;
import io.quiver.store.seekdb.model.Output;
import io.quiver.store.seekdb.model.RankedHit;
import io.quiver.store.seekdb.model.SearchHit;
import io.quiver.store.seekdb.model.TableDescription;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.jdbc.core.RowMapper;

/**
 * Fuses a search by vector and one by words by the ranks of what they find. The server's
 * own way would put the texts that are searched for into its SQL as they are.
 *
 * @author Quiver
 */
final class HybridReads {

	private final TableCalls calls;

	private final TableReads reads;

	HybridReads(TableCalls calls, TableReads reads) {
		this.calls = calls;
		this.reads = reads;
	}

	<T extends @Nullable Object> List<RankedHit<T>> search(Session session, HybridRequest request, RowsAs<T> rows) {
		TableDescription table = this.calls.definition(session);
		if (table.primaryKey().isEmpty()) {
			throw new InvalidDataAccessApiUsageException(
					"'" + table.name() + "' must have a primary key for a hybrid search");
		}
		return rows(session, table, ranked(session, table, request), request.output(), rows);
	}

	private List<Map.Entry<RowKey, Double>> ranked(Session session, TableDescription table, HybridRequest request) {
		Output keys = new Output(table.primaryKey(), List.of());
		RowsAs<RowKey> asKeys = (statements, output) -> keys(statements.columns(output), 1);
		Map<RowKey, Double> scores = new LinkedHashMap<>();
		List<RowKey> near = this.reads.search(session, request.nearest().withOutput(keys), asKeys)
			.stream()
			.map(SearchHit::content)
			.toList();
		add(scores, near, request.nearestWeight(), request.rankConstant());
		List<RowKey> matching = this.reads.text(session, request.text().withOutput(keys), asKeys)
			.stream()
			.map(RankedHit::content)
			.toList();
		add(scores, matching, request.textWeight(), request.rankConstant());
		List<Map.Entry<RowKey, Double>> ranked = new ArrayList<>(scores.entrySet());
		ranked.sort(Map.Entry.<RowKey, Double>comparingByValue().reversed());
		return ranked.subList(0, Math.min(request.limit(), ranked.size()));
	}

	private static void add(Map<RowKey, Double> scores, List<RowKey> found, double weight, int rankConstant) {
		if (weight == 0) {
			return;
		}
		for (int i = 0; i < found.size(); i++) {
			scores.merge(found.get(i), weight / (rankConstant + i + 1), Double::sum);
		}
	}

	/** A row that was deleted meanwhile is left out. */
	private <T extends @Nullable Object> List<RankedHit<T>> rows(Session session, TableDescription table,
			List<Map.Entry<RowKey, Double>> ranked, Output output, RowsAs<T> rows) {
		QueryStatements statements = new QueryStatements(table);
		RowMapper<T> mapper = rows.mapper(statements, output);
		List<ColumnInfo> key = statements.columns(new Output(table.primaryKey(), List.of()));
		RowMapper<RowKey> keys = keys(key, statements.columns(output).size() + output.expressions().size() + 1);
		Map<RowKey, T> found = new HashMap<>();
		for (int start = 0; start < ranked.size(); start += 1000) {
			List<List<Object>> ids = ranked.subList(start, Math.min(ranked.size(), start + 1000))
				.stream()
				.map((row) -> row.getKey().values())
				.toList();
			session.query(statements.byKeys(output, ids),
					(row) -> found.put(keys.mapRow(row, 0), mapper.mapRow(row, found.size())));
		}
		List<RankedHit<T>> hits = new ArrayList<>(ranked.size());
		for (Map.Entry<RowKey, Double> row : ranked) {
			if (found.containsKey(row.getKey())) {
				hits.add(new RankedHit<>(found.get(row.getKey()), row.getValue()));
			}
		}
		return hits;
	}

	private static RowMapper<RowKey> keys(List<ColumnInfo> key, int first) {
		return (row, number) -> {
			List<Object> values = new ArrayList<>(key.size());
			for (int i = 0; i < key.size(); i++) {
				Object value = RowMaps.value(row, first + i, key.get(i));
				if (value != null) {
					values.add(value);
				}
			}
			return new RowKey(values);
		};
	}

	/**
	 * The key of a row, the same if its values are.
	 */
	private static final class RowKey {

		private final List<Object> values;

		private final List<Object> identity;

		RowKey(List<Object> values) {
			this.values = values;
			this.identity = values.stream()
				.map((value) -> (value instanceof byte[] bytes) ? ByteBuffer.wrap(bytes) : value)
				.toList();
		}

		List<Object> values() {
			return this.values;
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof RowKey key && this.identity.equals(key.identity);
		}

		@Override
		public int hashCode() {
			return this.identity.hashCode();
		}

	}

}
