package io.quiver.store.seekdb;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.quiver.store.seekdb.model.ColumnInfo;
import io.quiver.store.seekdb.model.Condition.Match;
import io.quiver.store.seekdb.model.DenseVector;
import io.quiver.store.seekdb.model.Distance;
import io.quiver.store.seekdb.model.FieldType;
import io.quiver.store.seekdb.model.Output;
import io.quiver.store.seekdb.model.OutputExpression;
import io.quiver.store.seekdb.model.QueryRequest;
import io.quiver.store.seekdb.model.RowOrder;
import io.quiver.store.seekdb.model.SearchRequest;
import io.quiver.store.seekdb.model.Selection;
import io.quiver.store.seekdb.model.TableDescription;
import io.quiver.store.seekdb.model.TextRequest;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Statements that find rows of a table. What ranks the rows comes as the last column.
 *
 * @author Quiver
 */
final class QueryStatements {

	/** Names what ranks the rows; no field of an application is called so. */
	private static final String RANK = "_quiver_rank";

	private final TableDescription table;

	private final RowStatements rows;

	QueryStatements(TableDescription table) {
		this.table = table;
		this.rows = new RowStatements(table);
	}

	Sql query(QueryRequest request) {
		SqlBuilder sql = output(request.output());
		from(sql, request.selection());
		order(sql, request.order());
		Integer limit = request.limit();
		if (limit != null || request.offset() > 0) {
			limit(sql, (limit != null) ? limit : Long.MAX_VALUE - request.offset(), request.offset());
		}
		return sql.build();
	}

	/**
	 * Search for the nearest rows. The rank of an approximate search by the inner product
	 * has its sign turned: sorted the other way, the server would not use the index.
	 */
	Sql search(SearchRequest request) {
		Distance ranked = ranked(request);
		SqlBuilder sql = output(request.output()).append(", ").append(distance(request, ranked));
		sql.append(" AS ").identifier(RANK);
		from(sql, request.selection(), bounds(request, ranked)).append(" ORDER BY ").identifier(RANK);
		if (request.exact()) {
			sql.append((ranked.ascending()) ? "" : " DESC");
			for (String key : this.table.primaryKey()) {
				sql.append(", ").identifier(key);
			}
		}
		else {
			sql.append(" APPROXIMATE");
		}
		limit(sql, request.limit(), request.offset());
		String separator = " PARAMETERS(";
		for (Map.Entry<String, Object> parameter : request.tuning().parameters().entrySet()) {
			sql.append(separator).append(parameter.getKey() + "=").bind(parameter.getValue());
			separator = ", ";
		}
		return sql.append((separator.equals(", ")) ? ")" : "").build();
	}

	/**
	 * Return by what the rows of a search are sorted.
	 */
	static Distance ranked(SearchRequest request) {
		boolean turned = !request.exact() && request.distance() == Distance.INNER_PRODUCT;
		return (turned) ? Distance.NEGATIVE_INNER_PRODUCT : request.distance();
	}

	Sql text(TextRequest request) {
		Match match = new Match(request.columns(), request.text(), request.mode());
		SqlBuilder sql = ConditionSql.match(output(request.output()).append(", "), match);
		sql.append(" AS ").identifier(RANK);
		from(sql, request.selection(), ConditionSql.match(new SqlBuilder(), match).build());
		sql.append(" ORDER BY ").identifier(RANK).append(" DESC");
		for (String key : this.table.primaryKey()) {
			sql.append(", ").identifier(key);
		}
		limit(sql, request.limit(), request.offset());
		return sql.build();
	}

	/**
	 * Read rows by their keys, which come behind the output.
	 */
	Sql byKeys(Output output, List<List<Object>> keys) {
		SqlBuilder sql = output(output);
		int number = 0;
		for (String key : this.table.primaryKey()) {
			sql.append(", ").identifier(key).append(" AS ").identifier("_quiver_key" + number++);
		}
		return from(sql, Selection.all().withIds(keys)).build();
	}

	/**
	 * Return the columns of an output, in the order in which they come.
	 */
	List<ColumnInfo> columns(Output output) {
		if (output.fields().isEmpty()) {
			return this.table.columns();
		}
		List<ColumnInfo> columns = new ArrayList<>(output.fields().size());
		for (String field : output.fields()) {
			ColumnInfo column = this.table.column(field);
			if (column == null) {
				throw new InvalidDataAccessApiUsageException(
						"There is no field '" + field + "' in '" + this.table.name() + "', whose fields are "
								+ this.table.columns().stream().map(ColumnInfo::name).toList());
			}
			columns.add(column);
		}
		return columns;
	}

	private SqlBuilder output(Output output) {
		SqlBuilder sql = new SqlBuilder();
		String separator = "SELECT ";
		for (ColumnInfo column : columns(output)) {
			select(sql.append(separator), column);
			separator = ", ";
		}
		for (OutputExpression expression : output.expressions()) {
			sql.append(separator)
				.append("(")
				.append(new Sql(expression.text(), FieldValues.plain(expression.values())))
				.append(") AS ")
				.identifier(expression.name());
			separator = ", ";
		}
		return sql;
	}

	/** As it is, a vector or a float comes with six digits only; as doubles, with all. */
	private static void select(SqlBuilder sql, ColumnInfo column) {
		if (column.kind() == FieldType.Kind.VECTOR) {
			VectorCodec.select(sql, column.name()).append(" AS ").identifier(column.name());
		}
		else if (column.type().toLowerCase(Locale.ROOT).startsWith("float")) {
			sql.identifier(column.name()).append(" * 1e0 AS ").identifier(column.name());
		}
		else {
			sql.identifier(column.name());
		}
	}

	private SqlBuilder from(SqlBuilder sql, Selection selection, Sql... more) {
		this.rows.only(sql.append(" FROM "), selection.partitions());
		return this.rows.where(sql, selection, more);
	}

	/**
	 * Without a vector, or by the cosine with one of zeros, a row has no distance, and
	 * would come first.
	 */
	private Sql[] bounds(SearchRequest request, Distance ranked) {
		List<Sql> bounds = new ArrayList<>(2);
		if (request.exact()) {
			Sql known = (ranked == Distance.COSINE) ? distance(request, ranked)
					: new SqlBuilder().identifier(request.column()).build();
			bounds.add(new SqlBuilder().append(known).append(" IS NOT NULL").build());
		}
		Double bound = request.maxDistance();
		if (bound != null) {
			boolean turned = ranked != request.distance();
			bounds.add(new SqlBuilder().append(distance(request, ranked))
				.append((ranked.ascending()) ? " <= " : " >= ")
				.bind((turned) ? Double.valueOf(-bound) : bound)
				.build());
		}
		return bounds.toArray(new Sql[0]);
	}

	private Sql distance(SearchRequest request, Distance distance) {
		Object vector = (request.vector() instanceof DenseVector dense) ? dense.elements()
				: request.vector().toString();
		return new SqlBuilder().append(distance.function() + "(")
			.identifier(request.column())
			.append(", ")
			.bind(vector)
			.append(")")
			.build();
	}

	private static void order(SqlBuilder sql, List<RowOrder> order) {
		String separator = " ORDER BY ";
		for (RowOrder field : order) {
			sql.append(separator).identifier(field.field()).append((field.ascending()) ? "" : " DESC");
			separator = ", ";
		}
	}

	private static void limit(SqlBuilder sql, Number limit, long offset) {
		sql.append(" LIMIT ").bind(limit);
		if (offset > 0) {
			sql.append(" OFFSET ").bind(offset);
		}
	}

}
