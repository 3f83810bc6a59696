package io.quiver.store.proxima;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

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

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Vectors as the little-endian bytes of the wire.
 *
 * @author Quiver
 */
final class VectorPacking {

	private VectorPacking() {
	}

	/**
	 * Pack a vector of single-precision numbers, the way of the store.
	 * @param vector the vector
	 * @return its bytes
	 * @throws InvalidDataAccessApiUsageException if an element is NaN or infinite
	 */
	static ByteString fp32(float[] vector) {
		byte[] bytes = new byte[Math.multiplyExact(vector.length, Float.BYTES)];
		for (float element : vector) {
			if (!Float.isFinite(element)) {
				throw ElementWriter.unfit(element, DataType.VECTOR_FP32);
			}
		}
		ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(vector);
		return UnsafeByteOperations.unsafeWrap(bytes);
	}

	/**
	 * Pack one vector.
	 * @param type the type of its column
	 * @param dimension the dimension of its column
	 * @param vector the vector
	 * @return its bytes
	 */
	static ByteString pack(DataType type, int dimension, VectorValue vector) {
		return pack(type, dimension, 1, vector);
	}

	/**
	 * Pack vectors that are given as one value.
	 * @param type the type of their column
	 * @param dimension the dimension of their column
	 * @param count how many there are
	 * @param vectors the vectors
	 * @return their bytes
	 */
	static ByteString pack(DataType type, int dimension, int count, VectorValue vectors) {
		long size = type.bytes(dimension) * count;
		long elements = (long) dimension / wordBits(type) * count;
		if (vectors instanceof Bytes given) {
			if (given.bytes().length != size) {
				throw misfit("%d bytes".formatted(given.bytes().length), type, dimension, count);
			}
			return UnsafeByteOperations.unsafeWrap(given.bytes());
		}
		JsonVectors json = (vectors instanceof Json text) ? JsonVectors.of(text.text()) : null;
		long given = (json != null) ? json.elements() : elements(vectors);
		if (given != elements || (json != null && json.isNested() && json.rows() != count)) {
			throw misfit("%d elements".formatted(given), type, dimension, count);
		}
		if (type == DataType.VECTOR_FP32 && vectors instanceof Floats floats) {
			return fp32(floats.elements());
		}
		ElementWriter writer = new ElementWriter(type, Math.toIntExact(size));
		if (json != null) {
			json.numbers().forEach(writer::text);
		}
		else {
			write(vectors, writer);
		}
		return writer.bytes();
	}

	private static void write(VectorValue vectors, ElementWriter writer) {
		if (vectors instanceof Floats floats) {
			for (float element : floats.elements()) {
				writer.real(element);
			}
		}
		else if (vectors instanceof Doubles doubles) {
			for (double element : doubles.elements()) {
				writer.real(element);
			}
		}
		else if (vectors instanceof Ints ints) {
			for (int element : ints.elements()) {
				writer.integer(element);
			}
		}
		else if (vectors instanceof Longs longs) {
			for (long element : longs.elements()) {
				writer.integer(element);
			}
		}
	}

	/**
	 * Return how many vectors of a dimension a value holds, rounded down.
	 */
	static int vectors(DataType type, int dimension, VectorValue value) {
		long size = (value instanceof Bytes bytes) ? bytes.bytes().length : elements(value);
		long one = (value instanceof Bytes) ? type.bytes(dimension) : dimension / wordBits(type);
		return Math.max(1, Math.toIntExact(size / one));
	}

	/**
	 * Return how many vectors a value says that it holds.
	 * @return 1, unless it is a nested text
	 */
	static int rows(VectorValue value) {
		return (value instanceof Json json) ? JsonVectors.of(json.text()).rows() : 1;
	}

	/**
	 * Return the dimension of the one vector, or of each row of the nested text, that a
	 * value is.
	 */
	static int dimension(DataType type, VectorValue value) {
		if (value instanceof Bytes bytes) {
			return Math.toIntExact(bytes.bytes().length * (long) Byte.SIZE / Math.max(1, type.bytes(Byte.SIZE)));
		}
		return Math.toIntExact(elements(value) / rows(value) * wordBits(type));
	}

	private static long elements(VectorValue value) {
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
		return (value instanceof Json json) ? JsonVectors.of(json.text()).elements() : 0;
	}

	/** The binary types are given by words, while their dimension counts bits. */
	private static int wordBits(DataType type) {
		return (type == DataType.VECTOR_BINARY32 || type == DataType.VECTOR_BINARY64) ? type.multiple() : 1;
	}

	private static InvalidDataAccessApiUsageException misfit(String given, DataType type, int dimension, int count) {
		return new InvalidDataAccessApiUsageException("%s are no %s of type %s and dimension %d".formatted(given,
				(count == 1) ? "vector" : count + " vectors", type, dimension));
	}

}
