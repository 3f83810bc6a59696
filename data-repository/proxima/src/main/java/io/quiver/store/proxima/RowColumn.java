package io.quiver.store.proxima;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import io.quiver.data.store.Column;
import io.quiver.data.store.Column.ListColumn;
import io.quiver.data.store.Column.MapColumn;
import io.quiver.data.store.Column.ValueColumn;
import io.quiver.data.store.Column.VectorColumn;
import io.quiver.data.store.ColumnType;
import io.quiver.store.proxima.proto.GenericValue;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessResourceUsageException;

/**
 * A forward column and the values that the port has for it.
 *
 * @author Quiver
 */
abstract class RowColumn {

	final String name;

	RowColumn(String name) {
		this.name = name;
	}

	static RowColumn of(Column column, boolean text) {
		if (column instanceof VectorColumn vector) {
			return new Copy(vector);
		}
		if (column instanceof ListColumn list) {
			return new Elements(list);
		}
		if (column instanceof MapColumn map) {
			return new Metadata(map);
		}
		return new Single(column.name(), ((ValueColumn) column).type(), text);
	}

	final GenericValue write(@Nullable Object value) {
		return (value != null) ? message(value) : GenericValue.getDefaultInstance();
	}

	/**
	 * Refuse a value that would be stored as another one.
	 */
	void check(@Nullable Object value) {
	}

	/** Whether values of the column hold strings that have to be checked. */
	boolean hasText() {
		return false;
	}

	abstract GenericValue message(Object value);

	abstract @Nullable Object read(GenericValue value);

	final InvalidDataAccessResourceUsageException unreadable() {
		return new InvalidDataAccessResourceUsageException(
				"Forward column '%s' holds a value that does not fit its mapping; another client has written it"
					.formatted(this.name));
	}

	/** One value. */
	private static final class Single extends RowColumn {

		private final ColumnType type;

		private final ColumnCodec codec;

		Single(String name, ColumnType type, boolean text) {
			super(name);
			this.type = type;
			this.codec = new ColumnCodec(name, type, text);
		}

		@Override
		boolean hasText() {
			return this.type == ColumnType.STRING;
		}

		@Override
		void check(@Nullable Object value) {
			UnicodeText.check(this.name, value);
		}

		@Override
		GenericValue message(Object value) {
			return this.codec.write(value);
		}

		@Override
		@Nullable Object read(GenericValue value) {
			return this.codec.read(value);
		}

	}

	/** Values of one type; in bytes, so that no text damages them. */
	private static final class Elements extends RowColumn {

		private final ColumnType type;

		private final ColumnCodec codec;

		Elements(ListColumn column) {
			super(column.name());
			this.type = column.elementType();
			this.codec = new ColumnCodec(column.name(), column.elementType(), false);
		}

		@Override
		boolean hasText() {
			return this.type == ColumnType.STRING;
		}

		@Override
		void check(@Nullable Object value) {
			NestedValues.check(this.name, value);
		}

		@Override
		GenericValue message(Object value) {
			return NestedValues.writeList(this.codec, (List<?>) value);
		}

		@Override
		@Nullable Object read(GenericValue value) {
			return (value.hasBytesValue()) ? NestedValues.readList(this.codec, value) : none(value);
		}

	}

	/** Free metadata. */
	private static final class Metadata extends RowColumn {

		Metadata(MapColumn column) {
			super(column.name());
		}

		@Override
		boolean hasText() {
			return true;
		}

		@Override
		void check(@Nullable Object value) {
			NestedValues.check(this.name, value);
		}

		@Override
		GenericValue message(Object value) {
			return NestedValues.writeMap((Map<?, ?>) value);
		}

		@Override
		@Nullable Object read(GenericValue value) {
			return (value.hasBytesValue()) ? NestedValues.readMap(value) : none(value);
		}

	}

	/** A vector as it was given, which no query returns from the index. */
	static final class Copy extends RowColumn {

		private final int dimension;

		Copy(VectorColumn column) {
			super(column.name());
			this.dimension = column.dimension();
		}

		@Override
		GenericValue message(Object value) {
			return GenericValue.newBuilder().setBytesValue(bytes((float[]) value)).build();
		}

		/** The elements as they are, finite or not. */
		static ByteString bytes(float[] vector) {
			byte[] bytes = new byte[vector.length * Float.BYTES];
			ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(vector);
			return UnsafeByteOperations.unsafeWrap(bytes);
		}

		@Override
		@Nullable Object read(GenericValue value) {
			if (!value.hasBytesValue()) {
				return none(value);
			}
			ByteString bytes = value.getBytesValue();
			if (bytes.size() != this.dimension * Float.BYTES) {
				throw unreadable();
			}
			float[] vector = new float[this.dimension];
			bytes.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
			return vector;
		}

	}

	final @Nullable Object none(GenericValue value) {
		if (value.getValueOneofCase() != GenericValue.ValueOneofCase.VALUEONEOF_NOT_SET) {
			throw unreadable();
		}
		return null;
	}

}
