package io.quiver.store.embedded;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.Column.ListColumn;
import io.quiver.data.store.Column.MapColumn;
import io.quiver.data.store.Column.ValueColumn;
import io.quiver.data.store.Column.VectorColumn;
import io.quiver.data.store.ColumnType;
import io.quiver.data.store.Row;
import org.jspecify.annotations.Nullable;

/**
 * Rows as bytes: a number of columns and the value of each, in the order of the
 * collection. Columns that the collection got later are null in rows that are there.
 *
 * @author Quiver
 */
final class EmbeddedRows {

	private static final int NULL = 0;

	private static final int VALUE = 1;

	/** The vector is the one that the index has, bit by bit. */
	private static final int IN_INDEX = 2;

	private final CollectionSpec spec;

	EmbeddedRows(CollectionSpec spec) {
		this.spec = spec;
	}

	int keySize() {
		return this.spec.keySize();
	}

	/**
	 * Return all of a row.
	 * @param row values of all columns
	 * @return its bytes
	 */
	byte[] whole(Row row) {
		return encode(row, false);
	}

	/**
	 * Return a row without the vectors that the index keeps unchanged.
	 * @param row values of all columns
	 * @return its bytes
	 */
	byte[] body(Row row) {
		return encode(row, true);
	}

	private byte[] encode(Row row, boolean vectorsInIndex) {
		List<Column> columns = this.spec.columns();
		ByteWriter out = new ByteWriter(256);
		out.putSize(columns.size());
		for (int i = 0; i < columns.size(); i++) {
			Object value = row.get(i);
			if (value == null) {
				out.put(NULL);
			}
			else if (vectorsInIndex && columns.get(i) instanceof VectorColumn vector
					&& Vectors.indexedAsGiven(vector.metric(), (float[]) value)) {
				out.put(IN_INDEX);
			}
			else {
				write(out.put(VALUE), columns.get(i), value);
			}
		}
		return out.toBytes();
	}

	private static void write(ByteWriter out, Column column, Object value) {
		switch (column) {
			case KeyColumn key -> write(out, key.type(), value);
			case ValueColumn single -> write(out, single.type(), value);
			case ListColumn list -> {
				List<?> elements = (List<?>) value;
				out.putSize(elements.size());
				elements.forEach((element) -> write(out, list.elementType(), element));
			}
			case MapColumn map -> {
				Map<?, ?> entries = (Map<?, ?>) value;
				out.putSize(entries.size());
				entries.forEach((key, entry) -> MetadataValues.write(out.putSized(Wtf8.encode((String) key)), entry));
			}
			case VectorColumn vector -> out.putVector((float[]) value);
		}
	}

	static void write(ByteWriter out, ColumnType type, Object value) {
		switch (type) {
			case BOOLEAN -> out.put((boolean) value ? 1 : 0);
			case INTEGER -> out.putInt((int) value);
			case LONG -> out.putLong((long) value);
			case FLOAT -> out.putInt(Float.floatToRawIntBits((float) value));
			case DOUBLE -> out.putLong(Double.doubleToRawLongBits((double) value));
			case DECIMAL -> {
				BigDecimal decimal = (BigDecimal) value;
				out.putInt(decimal.scale()).putSized(decimal.unscaledValue().toByteArray());
			}
			case STRING -> out.putSized(Wtf8.encode((String) value));
			case UUID -> {
				UUID uuid = (UUID) value;
				out.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
			}
			case TIMESTAMP -> {
				Instant instant = (Instant) value;
				out.putLong(instant.getEpochSecond()).putInt(instant.getNano());
			}
			case DATE -> out.putLong(((LocalDate) value).toEpochDay());
			case BINARY -> out.putSized((byte[]) value);
		}
	}

	/**
	 * Return the wanted columns of a row.
	 * @param bytes the row's bytes
	 * @param wanted for each column of the answer its position in the collection
	 * @param vectors where vectors are that only the index has
	 * @return the row
	 */
	Row read(ByteReader bytes, int[] wanted, VectorSource vectors) {
		@Nullable Object[] values = new @Nullable Object[wanted.length];
		int last = -1;
		for (int column : wanted) {
			last = Math.max(last, column);
		}
		int stored = Math.min(bytes.getSize(), last + 1);
		for (int column = 0; column < stored; column++) {
			int place = indexOf(wanted, column, 0);
			int state = bytes.get();
			switch (state) {
				case NULL -> {
				}
				case IN_INDEX -> {
					for (int at = place; at >= 0; at = indexOf(wanted, column, at + 1)) {
						values[at] = vectors.vector(column);
					}
				}
				case VALUE -> {
					if (place < 0) {
						skip(bytes, this.spec.columns().get(column));
					}
					else {
						Object value = read(bytes, this.spec.columns().get(column));
						for (int at = place; at >= 0; at = indexOf(wanted, column, at + 1)) {
							values[at] = value;
						}
					}
				}
				default -> throw new FormatException("a value begins with " + state);
			}
		}
		return Row.of(values);
	}

	private static int indexOf(int[] wanted, int column, int from) {
		for (int i = from; i < wanted.length; i++) {
			if (wanted[i] == column) {
				return i;
			}
		}
		return -1;
	}

	private static Object read(ByteReader in, Column column) {
		return switch (column) {
			case KeyColumn key -> read(in, key.type());
			case ValueColumn single -> read(in, single.type());
			case ListColumn list -> {
				int size = in.getSize();
				List<Object> elements = new ArrayList<>();
				for (int i = 0; i < size; i++) {
					elements.add(read(in, list.elementType()));
				}
				yield elements;
			}
			case MapColumn map -> {
				int size = in.getSize();
				Map<String, @Nullable Object> entries = new LinkedHashMap<>();
				for (int i = 0; i < size; i++) {
					entries.put(in.getString(), MetadataValues.read(in));
				}
				yield entries;
			}
			case VectorColumn vector -> in.getVector();
		};
	}

	private static void skip(ByteReader in, Column column) {
		switch (column) {
			case KeyColumn key -> skip(in, key.type());
			case ValueColumn single -> skip(in, single.type());
			case VectorColumn vector -> in.skip(in.getSize() * 4);
			default -> read(in, column);
		}
	}

	private static void skip(ByteReader in, ColumnType type) {
		int width = SortableBytes.width(type);
		if (width > 0) {
			in.skip(width);
			return;
		}
		if (type == ColumnType.DECIMAL) {
			in.skip(4);
		}
		in.skip(in.getSize());
	}

	static Object read(ByteReader in, ColumnType type) {
		return switch (type) {
			case BOOLEAN -> in.get() == 1;
			case INTEGER -> in.getInt();
			case LONG -> in.getLong();
			case FLOAT -> Float.intBitsToFloat(in.getInt());
			case DOUBLE -> Double.longBitsToDouble(in.getLong());
			case DECIMAL -> {
				int scale = in.getInt();
				yield new BigDecimal(new BigInteger(in.getSized()), scale);
			}
			case STRING -> in.getString();
			case UUID -> new UUID(in.getLong(), in.getLong());
			case TIMESTAMP -> Instant.ofEpochSecond(in.getLong(), in.getInt());
			case DATE -> LocalDate.ofEpochDay(in.getLong());
			case BINARY -> in.getSized();
		};
	}

	/**
	 * Where the vectors of a row are.
	 */
	@FunctionalInterface
	interface VectorSource {

		float[] vector(int column);

		/**
		 * The source of rows that hold their vectors themselves.
		 */
		VectorSource NONE = (column) -> {
			throw new FormatException("a row refers to a vector that is not there");
		};

	}

}
