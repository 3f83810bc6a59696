package io.quiver.store.seekdb;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.Column.ValueColumn;
import io.quiver.data.store.Column.VectorColumn;
import io.quiver.data.store.ColumnType;
import io.quiver.store.seekdb.model.FieldSchema;
import io.quiver.store.seekdb.model.FieldType;
import io.quiver.store.seekdb.model.FullTextIndex;
import io.quiver.store.seekdb.model.TableIndex;
import io.quiver.store.seekdb.model.TableSchema;
import io.quiver.store.seekdb.model.VectorIndex;
import org.jspecify.annotations.Nullable;

/**
 * The table of a collection: an index for each vector and each text whose words are
 * searched. Indexes of single values are the application's to add.
 *
 * @author Quiver
 */
final class CollectionSchema {

	/** Of all parts together, in bytes. */
	private static final int MAX_KEY = 16_384;

	/** Long enough for anybody, short enough to stand in other indexes as well. */
	private static final int MAX_KEY_STRING = 4_096;

	/** What a part of a key that is no string takes at most. */
	private static final int KEY_PART = 160;

	private static final int UUID_LENGTH = 36;

	private CollectionSchema() {
	}

	static TableSchema of(CollectionSpec spec) {
		List<FieldSchema> fields = spec.columns().stream().map((column) -> field(spec, column)).toList();
		TableSchema schema = TableSchema.of(fields);
		for (Column column : spec.columns()) {
			TableIndex index = index(column);
			schema = (index != null) ? schema.withIndex(index) : schema;
		}
		return schema;
	}

	private static FieldSchema field(CollectionSpec spec, Column column) {
		FieldType type = type(spec, column);
		FieldSchema field = FieldSchema.of(column.name(), type).withComment(ColumnText.write(column));
		if (type.kind() == FieldType.Kind.TEXT) {
			field = field.withCollation(FieldSchema.BINARY_COLLATION);
		}
		if (column instanceof KeyColumn key) {
			field = field.withPrimary();
			return (isCounted(key)) ? field.withAutoId() : field;
		}
		return (column.nullable()) ? field.withNullable() : field;
	}

	/** Identifiers are made here, numbers by the server. */
	private static boolean isCounted(KeyColumn key) {
		return key.generated() && (key.type() == ColumnType.LONG || key.type() == ColumnType.INTEGER);
	}

	private static FieldType type(CollectionSpec spec, Column column) {
		if (column instanceof KeyColumn key) {
			return (key.type() == ColumnType.STRING) ? FieldType.varbinary(keyLength(spec)) : type(key.type());
		}
		if (column instanceof VectorColumn vector) {
			return FieldType.vector(vector.dimension());
		}
		return (column instanceof ValueColumn value) ? type(value.type()) : FieldType.JSON;
	}

	private static FieldType type(ColumnType type) {
		return switch (type) {
			case BOOLEAN -> FieldType.BOOLEAN;
			case INTEGER -> FieldType.INT;
			case LONG -> FieldType.BIGINT;
			// the server sends six digits of a single
			case FLOAT, DOUBLE -> FieldType.DOUBLE;
			case DECIMAL, STRING -> FieldType.LONGTEXT;
			case UUID -> FieldType.varchar(UUID_LENGTH);
			case TIMESTAMP -> FieldType.varchar(TimeText.LENGTH);
			case DATE -> FieldType.DATE;
			case BINARY -> FieldType.LONGBLOB;
		};
	}

	/**
	 * Return how many bytes a string of a key may have.
	 */
	static int keyLength(CollectionSpec spec) {
		int strings = (int) spec.columns()
			.stream()
			.filter((column) -> column instanceof KeyColumn key && key.type() == ColumnType.STRING)
			.count();
		int left = MAX_KEY - KEY_PART * (spec.keySize() - strings);
		return Math.min(MAX_KEY_STRING, left / strings);
	}

	/**
	 * Return the index that a column needs.
	 */
	private static @Nullable TableIndex index(Column column) {
		if (column instanceof VectorColumn vector) {
			return VectorIndex.hnsw(indexName("vector", column), column.name(),
					SimilarityBounds.distance(vector.metric()));
		}
		return (SeekdbAbilities.isFullText(column)) ? FullTextIndex.of(indexName("words", column), column.name())
				: null;
	}

	/** A column's name may be longer than that of an index, and have a dot in it. */
	private static String indexName(String prefix, Column column) {
		String name = prefix + "_" + column.name();
		if (name.indexOf('.') < 0 && name.codePointCount(0, name.length()) <= IndexStatements.MAX_VECTOR_NAME_LENGTH) {
			return name;
		}
		CRC32 sum = new CRC32();
		sum.update(name.getBytes(StandardCharsets.UTF_8));
		return prefix + "_" + Long.toHexString(sum.getValue());
	}

}
