package io.quiver.store.seekdb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.ColumnType;
import io.quiver.data.store.Key;
import io.quiver.data.store.Row;
import io.quiver.data.store.WriteMode;
import io.quiver.data.store.WriteRequest;
import org.jspecify.annotations.Nullable;

/**
 * The statements that store the rows of a request, each of which was looked at before the
 * first is sent.
 *
 * @author Quiver
 */
final class WriteStatements {

	private final SeekdbRows rows;

	private final WriteRequest request;

	/** As the rows have them. */
	private final SeekdbColumn[] columns;

	private final List<@Nullable Object[]> parameters;

	private final List<Row> given = new ArrayList<>();

	/** The rows whose key was made here. */
	private final BitSet made = new BitSet();

	/** The place of the key that the server makes, or -1. */
	private final int generated;

	/**
	 * Create the statements.
	 * @throws org.springframework.dao.InvalidDataAccessApiUsageException if a column
	 * cannot hold a value
	 */
	WriteStatements(SeekdbRows rows, WriteRequest request) {
		this.rows = rows;
		this.request = request;
		this.columns = IntStream.range(0, request.columns().size())
			.mapToObj((place) -> rows.column(request.columns().column(place)))
			.toArray(SeekdbColumn[]::new);
		this.generated = generated(this.columns);
		this.parameters = new ArrayList<>(request.rows().size());
		for (Row row : request.rows()) {
			Row complete = complete(row);
			this.made.set(this.given.size(), complete != row);
			this.given.add(complete);
			this.parameters.add(parameters(complete));
		}
	}

	/** The server counts, it makes no identifiers. */
	private Row complete(Row row) {
		if (this.generated < 0 || row.get(this.generated) != null || !inserts()) {
			return row;
		}
		ColumnType type = ((KeyColumn) this.columns[this.generated].column()).type();
		if (type != ColumnType.UUID && type != ColumnType.STRING) {
			return row;
		}
		@Nullable Object[] values = new @Nullable Object[row.size()];
		Arrays.setAll(values, row::get);
		UUID identifier = UUID.randomUUID();
		values[this.generated] = (type == ColumnType.UUID) ? (Object) identifier : identifier.toString();
		return Row.of(values);
	}

	private static int generated(SeekdbColumn[] columns) {
		for (int place = 0; place < columns.length; place++) {
			if (columns[place].column() instanceof KeyColumn key && key.generated()) {
				return place;
			}
		}
		return -1;
	}

	private @Nullable Object[] parameters(Row row) {
		@Nullable Object[] values = new @Nullable Object[this.columns.length];
		for (int place = 0; place < values.length; place++) {
			Object value = row.get(place);
			values[place] = (value == null && place == this.generated && inserts()) ? null
					: this.columns[place].parameter(value);
		}
		return values;
	}

	private boolean inserts() {
		return this.request.mode() == WriteMode.INSERT || this.request.mode() == WriteMode.SAVE;
	}

	int size() {
		return this.parameters.size();
	}

	/**
	 * Return of how many rows the server has to make the key.
	 */
	long keyless() {
		return (this.generated >= 0) ? IntStream.range(0, size()).filter(this::isKeyless).count() : 0;
	}

	/**
	 * Return whether the server has to make the key of a row.
	 */
	boolean isKeyless(int row) {
		return this.generated >= 0 && this.parameters.get(row)[this.generated] == null;
	}

	/**
	 * Return whether the key of a row was made here.
	 */
	boolean isKeyMade(int row) {
		return this.made.get(row);
	}

	/**
	 * Return as many bytes as a row may take at most, in a statement where every
	 * character is escaped.
	 */
	long bytes(int row) {
		long bytes = 0;
		for (Object value : this.parameters.get(row)) {
			if (value instanceof String text) {
				bytes += 3L * text.length();
			}
			else if (value instanceof byte[] array) {
				bytes += 2L * array.length;
			}
			bytes += 24;
		}
		return bytes;
	}

	/**
	 * Return the key of a row that has one.
	 */
	Key keyOf(int row) {
		return key(row, null);
	}

	/**
	 * Return the key that the server made for a row.
	 */
	Key keyOf(int row, long made) {
		return key(row, made);
	}

	private Key key(int row, @Nullable Long made) {
		Object[] parts = new Object[this.rows.spec().keySize()];
		for (int i = 0; i < parts.length; i++) {
			int place = this.request.columns().indexOf(i);
			Object value = this.given.get(row).get(place);
			parts[i] = Objects.requireNonNull(
					(value == null && made != null && place == this.generated)
							? number(made, (KeyColumn) this.columns[place].column()) : value,
					"Key columns are never null");
		}
		return Key.of(parts);
	}

	private static Object number(long made, KeyColumn key) {
		return (key.type().javaType() == Integer.class) ? (Object) Math.toIntExact(made) : (Object) made;
	}

	/**
	 * Insert rows, or save them whatever is there.
	 * @param from the first
	 * @param to the one behind the last
	 */
	Sql insert(int from, int to) {
		int skipped = (isKeyless(from)) ? this.generated : -1;
		SqlBuilder sql = table(new SqlBuilder().append("INSERT INTO "));
		String separator = " (";
		for (int place = 0; place < this.columns.length; place++) {
			if (place != skipped) {
				sql.append(separator).identifier(this.columns[place].name());
				separator = ", ";
			}
		}
		sql.append((separator.equals(", ")) ? ") VALUES " : " () VALUES ");
		String values = "(" + String.join(", ", Collections.nCopies(width(skipped), "?")) + ")";
		for (int row = from; row < to; row++) {
			sql.append((row > from) ? ", " : "").append(values, given(row, skipped));
		}
		return ((this.request.mode() == WriteMode.SAVE && skipped < 0) ? saving(sql) : sql).build();
	}

	private int width(int skipped) {
		return this.columns.length - ((skipped < 0) ? 0 : 1);
	}

	private List<@Nullable Object> given(int row, int skipped) {
		List<@Nullable Object> values = Arrays.asList(this.parameters.get(row));
		if (skipped < 0) {
			return values;
		}
		List<@Nullable Object> others = new ArrayList<>(values);
		others.remove(skipped);
		return others;
	}

	private SqlBuilder saving(SqlBuilder sql) {
		String separator = " ON DUPLICATE KEY UPDATE ";
		for (int place = 0; place < this.columns.length; place++) {
			SeekdbColumn column = this.columns[place];
			if (!(column.column() instanceof KeyColumn)) {
				sql.append(separator)
					.identifier(column.name())
					.append(" = VALUES(")
					.identifier(column.name())
					.append(")");
				separator = ", ";
			}
		}
		String key = this.rows.column(0).name();
		return (separator.equals(", ")) ? sql : sql.append(separator).identifier(key).append(" = ").identifier(key);
	}

	/**
	 * Update a row that is there, and of the version expected.
	 */
	Sql update(int row) {
		SqlBuilder sql = table(new SqlBuilder().append("UPDATE "));
		String separator = " SET ";
		for (int place = 0; place < this.columns.length; place++) {
			if (!(this.columns[place].column() instanceof KeyColumn)) {
				sql.append(separator)
					.identifier(this.columns[place].name())
					.append(" = ")
					.bind(this.parameters.get(row)[place]);
				separator = ", ";
			}
		}
		if (separator.equals(" SET ")) {
			String key = this.rows.column(0).name();
			sql.append(separator).identifier(key).append(" = ").identifier(key);
		}
		this.rows.hasKey(sql.append(" WHERE "), keyOf(row));
		return version(sql, this.rows, this.request.expectedVersions(), row).build();
	}

	static SqlBuilder version(SqlBuilder sql, SeekdbRows rows, @Nullable List<Long> expected, int row) {
		if (expected == null) {
			return sql;
		}
		SeekdbColumn version = rows.column(rows.spec().versionColumn());
		return sql.append(" AND ").identifier(version.name()).append(" = ").bind(expected.get(row));
	}

	private SqlBuilder table(SqlBuilder sql) {
		return this.rows.table(sql, partitions(this.request.options().partition()));
	}

	static List<String> partitions(@Nullable String partition) {
		return (partition != null) ? List.of(partition) : List.of();
	}

}
