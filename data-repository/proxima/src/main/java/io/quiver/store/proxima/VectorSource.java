package io.quiver.store.proxima;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import io.quiver.store.proxima.model.DataType;
import io.quiver.store.proxima.model.VectorValue;
import io.quiver.store.proxima.model.VectorValue.Bytes;
import io.quiver.store.proxima.model.VectorValue.Doubles;
import io.quiver.store.proxima.model.VectorValue.Floats;
import io.quiver.store.proxima.model.VectorValue.Ints;
import io.quiver.store.proxima.model.VectorValue.Json;
import io.quiver.store.proxima.model.VectorValue.Longs;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * What a value holds: one vector, or several behind each other.
 *
 * @param value the value
 * @param length the number of its elements, of its bytes if it is given as bytes; words
 * of the binary types are elements
 * @param json the value's text if it is given as such
 * @author Quiver
 */
record VectorSource(VectorValue value, int length, @Nullable JsonVectors json) {

	static VectorSource of(VectorValue value) {
		JsonVectors json = (value instanceof Json text) ? JsonVectors.of(text.text()) : null;
		return new VectorSource(value, (json != null) ? json.elements() : length(value), json);
	}

	private static int length(VectorValue value) {
		if (value instanceof Floats floats) {
			return floats.elements().length;
		}
		if (value instanceof Doubles doubles) {
			return doubles.elements().length;
		}
		if (value instanceof Ints ints) {
			return ints.elements().length;
		}
		if (value instanceof Longs longs) {
			return longs.elements().length;
		}
		return ((Bytes) value).bytes().length;
	}

	/**
	 * Return how many vectors these are as they stand.
	 * @return 1, unless the text is nested
	 */
	int rows() {
		return (this.json != null) ? this.json.rows() : 1;
	}

	/**
	 * Return the dimension of each of the vectors as they stand.
	 */
	int dimension(DataType type) {
		if (this.value instanceof Bytes) {
			return Math.toIntExact((long) this.length * Byte.SIZE / Math.max(1, type.bytes(Byte.SIZE)));
		}
		return Math.toIntExact((long) this.length / rows() * wordBits(type));
	}

	/**
	 * Return how many vectors of a dimension there are, rounded down.
	 */
	int count(DataType type, int dimension) {
		return Math.toIntExact(this.length / length(type, dimension));
	}

	/**
	 * Write the vectors down.
	 * @param type the type of their column
	 * @param dimension the dimension of their column
	 * @param count how many there must be
	 * @return their bytes
	 */
	ByteString pack(DataType type, int dimension, int count) {
		boolean otherRows = this.json != null && this.json.isNested() && this.json.rows() != count;
		if (this.length != length(type, dimension) * count || otherRows) {
			throw new InvalidDataAccessApiUsageException(
					"A value of %d %s does not hold %d vectors of type %s and dimension %d".formatted(this.length,
							(this.value instanceof Bytes) ? "bytes" : "elements", count, type, dimension));
		}
		if (this.value instanceof Bytes bytes) {
			return UnsafeByteOperations.unsafeWrap(bytes.bytes());
		}
		if (this.value instanceof Floats floats && type == DataType.VECTOR_FP32) {
			return VectorPacking.fp32(floats.elements());
		}
		ElementWriter writer = new ElementWriter(type, Math.toIntExact(type.bytes(dimension) * count));
		write(writer);
		return writer.bytes();
	}

	private void write(ElementWriter writer) {
		if (this.json != null) {
			this.json.numbers().forEach(writer::text);
		}
		else if (this.value instanceof Floats floats) {
			for (float element : floats.elements()) {
				writer.real(element);
			}
		}
		else if (this.value instanceof Doubles doubles) {
			for (double element : doubles.elements()) {
				writer.real(element);
			}
		}
		else if (this.value instanceof Ints ints) {
			for (int element : ints.elements()) {
				writer.integer(element);
			}
		}
		else if (this.value instanceof Longs longs) {
			for (long element : longs.elements()) {
				writer.integer(element);
			}
		}
	}

	/**
	 * Return the length of one vector.
	 */
	private long length(DataType type, int dimension) {
		return (this.value instanceof Bytes) ? type.bytes(dimension) : dimension / wordBits(type);
	}

	/** The binary types are given by words, while their dimension counts bits. */
	private static int wordBits(DataType type) {
		return (type == DataType.VECTOR_BINARY32 || type == DataType.VECTOR_BINARY64) ? type.multiple() : 1;
	}

}
