package io.quiver.store.seekdb;

import java.sql.ResultSet;
import java.sql.SQLException;

import io.quiver.data.store.Column;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.Column.ListColumn;
import io.quiver.data.store.Column.ValueColumn;
import io.quiver.data.store.Column.VectorColumn;
import io.quiver.data.store.ColumnType;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * A column of a collection and how it is spoken of in SQL.
 *
 * @author Quiver
 */
final class SeekdbColumn {

	private final String collection;

	private final Column column;

	private final @Nullable ColumnType type;

	private final ValueCodec codec;

	SeekdbColumn(String collection, Column column) {
		this.collection = collection;
		this.column = column;
		if (column instanceof KeyColumn key) {
			this.type = key.type();
			this.codec = ValueCodecs.of(key.type(), true);
		}
		else if (column instanceof ValueColumn value) {
			this.type = value.type();
			this.codec = ValueCodecs.of(value.type(), false);
		}
		else {
			this.type = null;
			this.codec = (column instanceof VectorColumn vector) ? new VectorCodec(vector.dimension(), vector.metric())
					: (column instanceof ListColumn list) ? new ListCodec(list.elementType()) : new MetadataCodec();
		}
	}

	String name() {
		return this.column.name();
	}

	Column column() {
		return this.column;
	}

	boolean nullable() {
		return this.column.nullable();
	}

	/**
	 * Ask for the values.
	 */
	SqlBuilder select(SqlBuilder sql) {
		return (this.codec instanceof VectorCodec) ? VectorCodec.select(sql, name()) : sql.identifier(name());
	}

	/**
	 * Write what values are compared and sorted by. The server's collations ignore blanks
	 * at the end, bytes do not.
	 */
	SqlBuilder comparable(SqlBuilder sql) {
		if (this.type == ColumnType.DECIMAL) {
			return sql.append("CAST(").identifier(name()).append(" AS DECIMAL(65,30))");
		}
		return (isCollated()) ? sql.append("CAST(").identifier(name()).append(" AS BINARY)") : sql.identifier(name());
	}

	/**
	 * Return whether the values are texts of a collation.
	 */
	boolean isCollated() {
		return this.type == ColumnType.STRING && this.column instanceof ValueColumn;
	}

	/**
	 * Write the values as texts.
	 */
	SqlBuilder text(SqlBuilder sql) {
		return (this.column instanceof KeyColumn) ? sql.append("CONVERT(").identifier(name()).append(" USING utf8mb4)")
				: sql.identifier(name());
	}

	/**
	 * Return a value as the parameter by which it is stored.
	 * @throws InvalidDataAccessApiUsageException if the column cannot hold it
	 */
	@Nullable Object parameter(@Nullable Object value) {
		if (value == null) {
			if (!this.column.nullable()) {
				throw refused("must not be null");
			}
			return null;
		}
		check(value);
		return this.codec.write(value);
	}

	/**
	 * Return a value as the parameter that {@link #comparable} is compared with.
	 */
	Object operand(Object value) {
		check(value);
		return this.codec.operand(value);
	}

	/**
	 * Return an element of a list as the JSON by which it is found.
	 */
	String element(Object element) {
		if (!(this.codec instanceof ListCodec list)) {
			throw refused("has no elements");
		}
		String problem = ValueCodecs.problem(list.elementType(), element);
		if (problem != null) {
			throw refused(problem);
		}
		return list.element(element);
	}

	private void check(Object value) {
		String problem = this.codec.problem(value);
		if (problem != null) {
			throw refused(problem);
		}
	}

	InvalidDataAccessApiUsageException refused(String problem) {
		return new InvalidDataAccessApiUsageException(
				"Column '%s' of collection '%s' %s".formatted(name(), this.collection, problem));
	}

	@Nullable Object read(ResultSet row, int place) throws SQLException {
		return this.codec.read(row, place);
	}

}
