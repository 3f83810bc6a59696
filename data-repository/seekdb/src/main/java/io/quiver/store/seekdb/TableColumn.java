package io.quiver.store.seekdb;

import java.util.Locale;
import java.util.Set;

import io.quiver.data.core.query.Metric;
import io.quiver.data.store.Column;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.Column.ListColumn;
import io.quiver.data.store.Column.MapColumn;
import io.quiver.data.store.Column.ValueColumn;
import io.quiver.data.store.Column.VectorColumn;
import io.quiver.data.store.ColumnType;
import io.quiver.store.seekdb.model.ColumnInfo;
import io.quiver.store.seekdb.model.TableDescription;
import org.jspecify.annotations.Nullable;

/**
 * A column as the server describes it, of a table of ours or of anybody's.
 *
 * @param name the name
 * @param type the type in small letters, such as {@code varchar(36)}
 * @param nullable whether it may be null
 * @param key whether it is part of the primary key
 * @param counted whether the server counts its values up
 * @param comment the comment
 * @param metric by what an index of vectors finds the nearest, or {@code null} if there
 * is none
 * @author Quiver
 */
record TableColumn(String name, String type, boolean nullable, boolean key, boolean counted, String comment,
		@Nullable Metric metric) {

	private static final Set<String> INTEGERS = Set.of("tinyint", "smallint", "mediumint", "int");

	private static final Set<String> TEXTS = Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext");

	private static final Set<String> TIMES = Set.of("datetime", "timestamp");

	static TableColumn of(TableDescription table, ColumnInfo column) {
		Metric metric = table.vectorIndex(column.name())
			.map((index) -> index.parameters().get("distance"))
			.map(TableColumn::metric)
			.orElse(null);
		return new TableColumn(column.name(), column.type().toLowerCase(Locale.ROOT), column.nullable(),
				column.primary(), column.autoId(), column.comment(), metric);
	}

	private static @Nullable Metric metric(String distance) {
		return switch (distance) {
			case "l2" -> Metric.EUCLIDEAN;
			case "cosine" -> Metric.COSINE;
			case "inner_product" -> Metric.INNER_PRODUCT;
			default -> null;
		};
	}

	/**
	 * Return the column as the port knows it: as its comment tells, as it is expected if
	 * its type can hold that, or as the type alone tells.
	 */
	Column column(@Nullable Column expected) {
		Column told = ColumnText.read(this.name, this.nullable, this.comment);
		if (told != null && told instanceof KeyColumn == this.key && isAsTold(told)) {
			return told;
		}
		return (expected != null && expected instanceof KeyColumn == this.key && holds(expected)) ? as(expected)
				: guessed();
	}

	/** The comment may be of a time when vectors were of another dimension. */
	private boolean isAsTold(Column told) {
		return !(told instanceof VectorColumn vector) || isOf(vector);
	}

	private boolean isOf(VectorColumn vector) {
		return this.type.equals("vector(" + vector.dimension() + ")");
	}

	private Column as(Column expected) {
		if (expected instanceof KeyColumn key) {
			return new KeyColumn(this.name, key.type(), key.generated() && (this.counted || !isNumber(key.type())));
		}
		if (expected instanceof ValueColumn value) {
			return new ValueColumn(this.name, value.type(), this.nullable, value.indexed(), value.fullText(),
					value.version());
		}
		if (expected instanceof ListColumn list) {
			return new ListColumn(this.name, list.elementType(), this.nullable);
		}
		return (expected instanceof VectorColumn vector)
				? new VectorColumn(this.name, vector.dimension(), vector.metric(), this.nullable)
				: new MapColumn(this.name);
	}

	private static boolean isNumber(ColumnType type) {
		return type == ColumnType.LONG || type == ColumnType.INTEGER;
	}

	private String word() {
		return this.type.split("[( ]", 2)[0];
	}

	private boolean holds(Column expected) {
		if (expected instanceof VectorColumn vector) {
			return isOf(vector) && (this.metric == null || this.metric == vector.metric());
		}
		if (expected instanceof ValueColumn value) {
			return holds(value.type(), false);
		}
		return (expected instanceof KeyColumn key) ? holds(key.type(), true) : word().equals("json");
	}

	private boolean holds(ColumnType type, boolean key) {
		String word = word();
		return switch (type) {
			case BOOLEAN -> word.equals("tinyint");
			case INTEGER -> INTEGERS.contains(word);
			case LONG -> INTEGERS.contains(word) || word.equals("bigint");
			case FLOAT, DOUBLE -> word.equals("double");
			case DECIMAL -> word.equals("decimal") || TEXTS.contains(word);
			case STRING -> TEXTS.contains(word) || (key && word.equals("varbinary"));
			case UUID -> TEXTS.contains(word);
			case TIMESTAMP -> TIMES.contains(word) || TEXTS.contains(word);
			case DATE -> word.equals("date");
			case BINARY -> word.endsWith("blob") || word.endsWith("binary");
		};
	}

	private Column guessed() {
		if (this.key) {
			return new KeyColumn(this.name, guessedType(), this.counted);
		}
		if (word().equals("json")) {
			return new MapColumn(this.name);
		}
		if (word().equals("vector")) {
			int dimension = Integer.parseInt(this.type.replaceAll("\\D", ""));
			return new VectorColumn(this.name, dimension, (this.metric != null) ? this.metric : Metric.EUCLIDEAN,
					this.nullable);
		}
		return new ValueColumn(this.name, guessedType(), this.nullable, false, false, false);
	}

	private ColumnType guessedType() {
		String word = word();
		if (INTEGERS.contains(word)) {
			return (this.type.equals("tinyint(1)")) ? ColumnType.BOOLEAN : ColumnType.INTEGER;
		}
		if (TEXTS.contains(word)) {
			return ColumnType.STRING;
		}
		if (TIMES.contains(word)) {
			return ColumnType.TIMESTAMP;
		}
		return switch (word) {
			case "bigint" -> ColumnType.LONG;
			case "float" -> ColumnType.FLOAT;
			case "double" -> ColumnType.DOUBLE;
			case "decimal" -> ColumnType.DECIMAL;
			case "date" -> ColumnType.DATE;
			default -> ColumnType.BINARY;
		};
	}

}
