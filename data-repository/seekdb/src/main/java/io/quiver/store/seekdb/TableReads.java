package io.quiver.store.seekdb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.quiver.data.policy.SearchTrace;
import io.quiver.data.store.StoreOperations;
import io.quiver.store.seekdb.model.DenseVector;
import io.quiver.store.seekdb.model.Distance;
import io.quiver.store.seekdb.model.HybridRequest;
import io.quiver.store.seekdb.model.Organization;
import io.quiver.store.seekdb.model.Output;
import io.quiver.store.seekdb.model.QueryRequest;
import io.quiver.store.seekdb.model.RankedHit;
import io.quiver.store.seekdb.model.SearchHit;
import io.quiver.store.seekdb.model.SearchRequest;
import io.quiver.store.seekdb.model.Selection;
import io.quiver.store.seekdb.model.TableDescription;
import io.quiver.store.seekdb.model.TextRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.jdbc.core.RowMapper;

/**
 * Finds the rows of one table.
 *
 * @author Quiver
 */
final class TableReads {

	private final TableCalls calls;

	TableReads(TableCalls calls) {
		this.calls = calls;
	}

	<T extends @Nullable Object> TableCall<List<T>> query(QueryRequest request, RowsAs<T> rows) {
		return new TableCall<>(StoreOperations.FIND, (session) -> query(session, request, rows));
	}

	<T extends @Nullable Object> TableCall<List<T>> get(Selection selection, Output output, RowsAs<T> rows) {
		return new TableCall<>(StoreOperations.GET, (session) -> {
			List<T> found = new ArrayList<>();
			for (Selection some : IdChunks.of(selection)) {
				found.addAll(query(session, QueryRequest.of(some).withOutput(output), rows));
			}
			return found;
		});
	}

	TableCall<Long> count(Selection selection) {
		return new TableCall<>(StoreOperations.COUNT, (session) -> {
			Sql sql = new RowStatements(this.calls.definition(session)).count(selection);
			return session.query(sql, (row) -> row.getLong(1)).get(0);
		});
	}

	<T extends @Nullable Object> TableCall<List<SearchHit<T>>> search(SearchRequest request, RowsAs<T> rows) {
		return new TableCall<>(StoreOperations.NEAREST.searching(() -> trace(request)),
				(session) -> search(session, request, rows));
	}

	<T extends @Nullable Object> TableCall<List<RankedHit<T>>> text(TextRequest request, RowsAs<T> rows) {
		return new TableCall<>(StoreOperations.RANK, (session) -> text(session, request, rows));
	}

	<T extends @Nullable Object> TableCall<List<RankedHit<T>>> hybrid(HybridRequest request, RowsAs<T> rows) {
		HybridReads both = new HybridReads(this.calls, this);
		return new TableCall<>(StoreOperations.RANK, (session) -> both.search(session, request, rows));
	}

	/**
	 * Return what the server would do for a search.
	 */
	TableCall<String> plan(SearchRequest request) {
		return new TableCall<>(StoreOperations.NEAREST,
				(session) -> plan(session, new QueryStatements(checked(session, request)).search(request)));
	}

	/**
	 * Search as the server does of itself, in words and vectors.
	 * @return the JSON of the rows that were found
	 */
	TableCall<String> hybridByServer(Map<String, ? extends @Nullable Object> body) {
		return new TableCall<>(StoreOperations.RANK, (session) -> {
			if (this.calls.definition(session).organization() != Organization.HEAP) {
				throw new InvalidDataAccessApiUsageException(
						"The server's hybrid search works on tables organised by HEAP alone, which '"
								+ this.calls.table() + "' is not: use a HybridRequest, or make it anew");
			}
			Sql sql = new SqlBuilder().append("SELECT DBMS_HYBRID_SEARCH.SEARCH(")
				.bind(this.calls.table())
				.append(", ")
				.bind(JsonText.forHybridSearch(body))
				.append(")")
				.build();
			List<@Nullable String> found = session.query(sql, (row) -> row.getString(1));
			String json = (found.isEmpty()) ? null : found.get(0);
			return (json != null) ? json : "[]";
		});
	}

	<T extends @Nullable Object> List<T> query(Session session, QueryRequest request, RowsAs<T> rows) {
		QueryStatements statements = new QueryStatements(this.calls.definition(session));
		RowMapper<T> mapper = rows.mapper(statements, request.output());
		List<T> found = new ArrayList<>();
		session.query(statements.query(request), (row) -> found.add(mapper.mapRow(row, found.size())));
		return found;
	}

	<T extends @Nullable Object> List<SearchHit<T>> search(Session session, SearchRequest request, RowsAs<T> rows) {
		TableDescription table = checked(session, request);
		QueryStatements statements = new QueryStatements(table);
		RowMapper<T> mapper = rows.mapper(statements, request.output());
		int rank = rank(statements, request.output());
		boolean turned = QueryStatements.ranked(request) != request.distance();
		List<SearchHit<T>> hits = new ArrayList<>();
		Sql sql = statements.search(request);
		Supplier<List<?>> search = () -> session.query(sql, (row) -> {
			double distance = row.getDouble(rank);
			boolean told = request.withDistance() && !row.wasNull();
			Double shown = (told) ? Double.valueOf((turned) ? 0 - distance : distance) : null;
			return hits.add(new SearchHit<>(mapper.mapRow(row, hits.size()), shown));
		});
		Integer nprobes = request.tuning().nprobes();
		if (nprobes != null) {
			session.withVariable("ob_ivf_nprobes", nprobes, search);
		}
		else {
			search.get();
		}
		return hits;
	}

	<T extends @Nullable Object> List<RankedHit<T>> text(Session session, TextRequest request, RowsAs<T> rows) {
		QueryStatements statements = new QueryStatements(this.calls.definition(session));
		RowMapper<T> mapper = rows.mapper(statements, request.output());
		int rank = rank(statements, request.output());
		List<RankedHit<T>> hits = new ArrayList<>();
		session.query(statements.text(request),
				(row) -> hits.add(new RankedHit<>(mapper.mapRow(row, hits.size()), row.getDouble(rank))));
		return hits;
	}

	private static int rank(QueryStatements statements, Output output) {
		return statements.columns(output).size() + output.expressions().size() + 1;
	}

	/**
	 * Return what the table is, as it is now if it did not seem to fit.
	 */
	private TableDescription checked(Session session, SearchRequest request) {
		TableDescription table = this.calls.definition(session);
		if (new SearchCheck(table, request).problem() != null) {
			table = this.calls.freshDefinition(session);
			String problem = new SearchCheck(table, request).problem();
			if (problem != null) {
				throw new InvalidDataAccessApiUsageException(problem);
			}
		}
		if (!request.exact() && isUntold(table, request)) {
			checkPlan(session, table, request);
		}
		return table;
	}

	/** A server of another version may tell of its indexes otherwise. */
	private static boolean isUntold(TableDescription table, SearchRequest request) {
		return table.vectorIndex(request.column()).filter((index) -> index.parameters().isEmpty()).isPresent();
	}

	private static void checkPlan(Session session, TableDescription table, SearchRequest request) {
		String plan = plan(session, new QueryStatements(table).search(request));
		if (!plan.contains("VECTOR INDEX")) {
			throw new InvalidDataAccessApiUsageException("The server would read all of '" + table.name()
					+ "' for a search by " + request.distance() + ": create its index for that, or search exactly");
		}
	}

	private static String plan(Session session, Sql sql) {
		return String.join("\n",
				session.query(new SqlBuilder().append("EXPLAIN ").append(sql).build(), (row) -> row.getString(1)));
	}

	private static SearchTrace trace(SearchRequest request) {
		int dimension = (request.vector() instanceof DenseVector vector) ? vector.dimension() : 0;
		return new SearchTrace(request.column(), dimension, request.limit(), metric(request.distance()), null);
	}

	private static String metric(Distance distance) {
		return switch (distance) {
			case L2 -> "euclidean";
			case COSINE -> "cosine";
			case INNER_PRODUCT, NEGATIVE_INNER_PRODUCT -> "dot";
		};
	}

}
