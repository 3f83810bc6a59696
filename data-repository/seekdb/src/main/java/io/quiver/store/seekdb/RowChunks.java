package io.quiver.store.seekdb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.quiver.store.seekdb.RowStatements.WriteVerb;
import io.quiver.store.seekdb.model.ColumnInfo;
import io.quiver.store.seekdb.model.Distance;
import io.quiver.store.seekdb.model.FieldType;
import io.quiver.store.seekdb.model.TableDescription;
import io.quiver.store.seekdb.model.WriteRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Makes statements of rows: each takes rows that follow each other and have values for
 * the same fields, up to a number of them and of bytes.
 *
 * @author Quiver
 */
final class RowChunks {

	private final TableDescription table;

	private final WriteVerb verb;

	private final WriteRequest request;

	private final List<List<@Nullable Object>> rows = new ArrayList<>();

	private List<String> columns = List.of();

	private long bytes;

	RowChunks(TableDescription table, WriteVerb verb, WriteRequest request) {
		this.table = table;
		this.verb = verb;
		this.request = request;
	}

	/**
	 * Refuse vectors of which a distance would not be defined: the server takes them, and
	 * finds others wrongly, or none at all, from then on.
	 */
	static void check(TableDescription table, Map<String, ? extends @Nullable Object> row) {
		row.forEach((name, value) -> {
			ColumnInfo column = table.column(name);
			if (column != null && column.kind() == FieldType.Kind.VECTOR && value != null) {
				check(table, column, FieldValues.of(column, value));
			}
		});
	}

	void forEach(Consumer<Sql> statement) {
		for (Map<String, ? extends @Nullable Object> row : this.request.rows()) {
			add(row, statement);
		}
		flush(statement);
	}

	private void add(Map<String, ? extends @Nullable Object> row, Consumer<Sql> statement) {
		boolean same = row.size() == this.columns.size() && row.keySet().containsAll(this.columns);
		if (!same) {
			flush(statement);
			this.columns = List.copyOf(row.keySet());
		}
		List<@Nullable Object> values = new ArrayList<>(this.columns.size());
		long size = 0;
		for (String name : this.columns) {
			ColumnInfo column = this.table.column(name);
			Object value = FieldValues.of(column, row.get(name));
			if (column != null && column.kind() == FieldType.Kind.VECTOR) {
				check(this.table, column, value);
			}
			size += FieldValues.size(value);
			values.add(value);
		}
		if (this.rows.size() == this.request.maxRows() || this.bytes + size > this.request.maxBytes()) {
			flush(statement);
		}
		this.rows.add(values);
		this.bytes += size;
	}

	private void flush(Consumer<Sql> statement) {
		if (!this.rows.isEmpty()) {
			statement.accept(
					new RowStatements(this.table).insert(this.verb, this.request.partition(), this.columns, this.rows));
			this.rows.clear();
			this.bytes = 0;
		}
	}

	private static void check(TableDescription table, ColumnInfo column, @Nullable Object value) {
		if (!(value instanceof float[] vector)) {
			return;
		}
		boolean cosine = table.vectorIndex(column.name()).filter((index) -> index.fits(Distance.COSINE)).isPresent();
		String problem = VectorLength.problem(vector, cosine);
		if (problem != null) {
			throw new InvalidDataAccessApiUsageException(
					"Column '" + column.name() + "' of '" + table.name() + "' " + problem);
		}
	}

}
