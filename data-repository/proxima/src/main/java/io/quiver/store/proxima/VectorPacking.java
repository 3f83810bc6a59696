package io.quiver.store.proxima;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import io.quiver.data.store.Column.VectorColumn;
import io.quiver.store.proxima.model.DataType;
import io.quiver.store.proxima.model.VectorValue;
import io.quiver.store.proxima.model.VectorValue.Floats;

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
		if (!VectorColumn.isFinite(vector)) {
			throw ElementWriter.unfit(infinite(vector), DataType.VECTOR_FP32);
		}
		ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(vector);
		return UnsafeByteOperations.unsafeWrap(bytes);
	}

	private static float infinite(float[] vector) {
		int place = 0;
		while (Float.isFinite(vector[place])) {
			place++;
		}
		return vector[place];
	}

	/**
	 * Pack one vector.
	 * @param type the type of its column
	 * @param dimension the dimension of its column
	 * @param vector the vector
	 * @return its bytes
	 */
	static ByteString pack(DataType type, int dimension, VectorValue vector) {
		if (type == DataType.VECTOR_FP32 && vector instanceof Floats floats && floats.elements().length == dimension) {
			return fp32(floats.elements());
		}
		return VectorSource.of(vector).pack(type, dimension, 1);
	}

}
