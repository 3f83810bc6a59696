package io.quiver.store.proxima;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import com.google.protobuf.ByteString;
import io.quiver.data.core.query.Metric;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.Column.VectorColumn;
import io.quiver.data.store.ColumnType;
import io.quiver.data.store.Key;
import io.quiver.data.store.Projection;
import io.quiver.data.store.Row;
import io.quiver.store.proxima.proto.DataType;
import io.quiver.store.proxima.proto.Document;
import io.quiver.store.proxima.proto.GenericKeyValue;
import io.quiver.store.proxima.proto.GenericValue;
import io.quiver.store.proxima.proto.GenericValueList;
import io.quiver.store.proxima.proto.OperationType;
import io.quiver.store.proxima.proto.WriteRequest;
import io.quiver.store.proxima.proto.WriteRequest.IndexColumnMeta;
import io.quiver.store.proxima.proto.WriteRequest.RowMeta;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;

/**
 * The rows of one collection as they are sent and come back. The key is the primary key,
 * every other column a forward column of its place. A vector stands in two columns of its
 * name: the index column that finds it, under cosine as a unit vector, and the forward
 * column that returns it as it was given.
 * <p>
 * The server takes no row without any vector. Such a row stands in an index column of its
 * own that nobody searches.
 *
 * @author Quiver
 */
final class ProximaRows {

	/** The index column of rows without a vector. */
	static final String WITHOUT_VECTOR = "_without_vector";

	static final int WITHOUT_VECTOR_DIMENSION = 4;

	private static final long GREATEST_INT_KEY = 0xFFFF_FFFFL;

	/**
	 * Spreads keys over the space of the column, since equal points make a poor graph.
	 */
	private static final int KEY_BITS = 16;

	private final CollectionSpec spec;

	private final boolean intKeys;

	/** By their places in the row less one, which is the key's. */
	private final RowColumn[] columns;

	/** The places of the vectors in the row. */
	private final int[] vectors;

	/** The places of what may hold strings. */
	private final int[] texts;

	private final RowMeta wholeMeta;

	ProximaRows(CollectionSpec spec, boolean text) {
		this.spec = spec;
		this.intKeys = ((KeyColumn) spec.columns().get(0)).type() == ColumnType.INTEGER;
		this.columns = spec.columns()
			.stream()
			.skip(1)
			.map((column) -> RowColumn.of(column, text))
			.toArray(RowColumn[]::new);
		int[] places = new int[spec.columns().size()];
		int count = 0;
		for (int place = 1; place < places.length; place++) {
			if (spec.columns().get(place) instanceof VectorColumn) {
				places[count++] = place;
			}
		}
		this.vectors = Arrays.copyOf(places, count);
		this.texts = IntStream.range(1, places.length).filter((place) -> this.columns[place - 1].hasText()).toArray();
		this.wholeMeta = meta(wholeMask());
	}

	CollectionSpec spec() {
		return this.spec;
	}

	VectorColumn vector(int place) {
		return (VectorColumn) this.spec.columns().get(place);
	}

	private long wholeMask() {
		return (1L << this.vectors.length) - 1;
	}

	/**
	 * Return which vectors a row has, a bit for each.
	 */
	long mask(Row row) {
		long mask = 0;
		for (int i = 0; i < this.vectors.length; i++) {
			if (row.get(this.vectors[i]) != null) {
				mask |= 1L << i;
			}
		}
		return mask;
	}

	/**
	 * Look at all rows of a request before any is sent.
	 * @throws InvalidDataAccessApiUsageException if a row would be stored as another one
	 */
	void check(List<Row> rows) {
		for (int text : this.texts) {
			for (Row row : rows) {
				this.columns[text - 1].check(row.get(text));
			}
		}
	}

	/**
	 * Begin a request of rows that have the same vectors.
	 */
	WriteRequest.Builder request(long mask) {
		return WriteRequest.newBuilder()
			.setCollectionName(this.spec.name())
			.setRowMeta((mask == wholeMask()) ? this.wholeMeta : meta(mask));
	}

	WriteRequest deletion(Key key) {
		return WriteRequest.newBuilder()
			.setCollectionName(this.spec.name())
			.addRows(WriteRequest.Row.newBuilder()
				.setPrimaryKey(key(key.parts().get(0)))
				.setOperationType(OperationType.OP_DELETE))
			.build();
	}

	private RowMeta meta(long mask) {
		RowMeta.Builder meta = RowMeta.newBuilder();
		for (RowColumn column : this.columns) {
			meta.addForwardColumnNames(column.name);
		}
		for (int i = 0; i < this.vectors.length; i++) {
			if ((mask & 1L << i) != 0) {
				VectorColumn vector = vector(this.vectors[i]);
				meta.addIndexColumnMetas(meta(vector.name(), vector.dimension()));
			}
		}
		if (mask == 0) {
			meta.addIndexColumnMetas(meta(WITHOUT_VECTOR, WITHOUT_VECTOR_DIMENSION));
		}
		return meta.build();
	}

	private static IndexColumnMeta meta(String name, int dimension) {
		return IndexColumnMeta.newBuilder()
			.setColumnName(name)
			.setDataType(DataType.DT_VECTOR_FP32)
			.setDimension(dimension)
			.build();
	}

	/**
	 * Return a row to be sent with an operation yet to be set.
	 */
	WriteRequest.Row.Builder write(Row row) {
		long key = key(Objects.requireNonNull(row.get(0)));
		GenericValueList.Builder forward = GenericValueList.newBuilder();
		GenericValueList.Builder index = GenericValueList.newBuilder();
		for (int place = 1; place <= this.columns.length; place++) {
			Object value = row.get(place);
			GenericValue message = this.columns[place - 1].write(value);
			forward.addValues(message);
			if (value instanceof float[] vector) {
				index.addValues(indexed(vector(place), vector, message));
			}
		}
		if (index.getValuesCount() == 0) {
			index.addValues(GenericValue.newBuilder().setBytesValue(unsearched(key)));
		}
		WriteRequest.Row.Builder message = WriteRequest.Row.newBuilder().setPrimaryKey(key).setIndexColumnValues(index);
		return (this.columns.length > 0) ? message.setForwardColumnValues(forward) : message;
	}

	private static GenericValue indexed(VectorColumn column, float[] vector, GenericValue copy) {
		float[] searched = comparable(column, vector);
		return (searched != vector) ? GenericValue.newBuilder().setBytesValue(RowColumn.Copy.bytes(searched)).build()
				: copy;
	}

	/**
	 * Return the vector that is searched for in an index column.
	 */
	static ByteString searched(VectorColumn column, float[] vector) {
		return RowColumn.Copy.bytes(comparable(column, vector));
	}

	/**
	 * Return a vector as its index column compares it.
	 * @throws InvalidDataAccessApiUsageException if it cannot be compared
	 */
	private static float[] comparable(VectorColumn column, float[] vector) {
		if (vector.length != column.dimension()) {
			throw new InvalidDataAccessApiUsageException("Column '%s' has dimension %d, but a vector has %d"
				.formatted(column.name(), column.dimension(), vector.length));
		}
		if (column.metric() == Metric.COSINE) {
			return unit(column, vector);
		}
		if (!VectorColumn.isFinite(vector)) {
			throw unfit(column);
		}
		return vector;
	}

	/** The inner product of two of these is the cosine. */
	private static float[] unit(VectorColumn column, float[] vector) {
		double squares = 0;
		for (float component : vector) {
			squares += (double) component * component;
		}
		double length = Math.sqrt(squares);
		if (!Double.isFinite(length) || length == 0) {
			throw unfit(column);
		}
		float[] unit = new float[vector.length];
		for (int i = 0; i < unit.length; i++) {
			unit[i] = (float) (vector[i] / length);
		}
		return unit;
	}

	private static InvalidDataAccessApiUsageException unfit(VectorColumn column) {
		return new InvalidDataAccessApiUsageException("Column '%s' compares finite vectors%s, and one is none"
			.formatted(column.name(), (column.metric() == Metric.COSINE) ? " that are not zero" : ""));
	}

	private static ByteString unsearched(long key) {
		float[] point = new float[WITHOUT_VECTOR_DIMENSION];
		for (int i = 0; i < point.length; i++) {
			point[i] = key >>> (i * KEY_BITS) & 0xFFFF;
		}
		return RowColumn.Copy.bytes(point);
	}

	/**
	 * Return a key as the server has it, without a sign. One of 32 bits stays one, so
	 * that none is the server's mark for no key.
	 */
	long key(Object key) {
		return (this.intKeys) ? Integer.toUnsignedLong((Integer) key) : (Long) key;
	}

	private Object key(long key) {
		if (!this.intKeys) {
			return key;
		}
		if (key < 0 || key > GREATEST_INT_KEY) {
			throw new InvalidDataAccessResourceUsageException(
					"Key %s of collection '%s' does not fit in 32 bits; map the id as a long"
						.formatted(Long.toUnsignedString(key), this.spec.name()));
		}
		return (int) key;
	}

	/**
	 * Return a reader of the columns of an answer's documents.
	 */
	Reader reader(Projection projection) {
		return new Reader(projection);
	}

	/**
	 * Reads documents. They list all forward columns in the order of their creation,
	 * which is that of the row unless another client has made the collection.
	 */
	final class Reader {

		private final Projection projection;

		private final int[] places;

		private Reader(Projection projection) {
			this.projection = projection;
			this.places = new int[projection.size()];
			for (int i = 0; i < this.places.length; i++) {
				this.places[i] = projection.column(i) - 1;
			}
		}

		Row read(Document document) {
			@Nullable Object[] values = new @Nullable Object[this.places.length];
			for (int i = 0; i < values.length; i++) {
				int column = this.projection.column(i) - 1;
				values[i] = (column < 0) ? key(document.getPrimaryKey()) : value(document, i, column);
			}
			return Row.of(values);
		}

		private @Nullable Object value(Document document, int i, int column) {
			RowColumn wanted = ProximaRows.this.columns[column];
			int place = this.places[i];
			if (place >= document.getForwardColumnValuesCount()
					|| !document.getForwardColumnValues(place).getKey().equals(wanted.name)) {
				place = find(document, wanted.name);
				if (place < 0) {
					return null;
				}
				this.places[i] = place;
			}
			return wanted.read(document.getForwardColumnValues(place).getValue());
		}

		private static int find(Document document, String name) {
			for (int place = 0; place < document.getForwardColumnValuesCount(); place++) {
				GenericKeyValue value = document.getForwardColumnValues(place);
				if (value.getKey().equals(name)) {
					return place;
				}
			}
			return -1;
		}

	}

}
