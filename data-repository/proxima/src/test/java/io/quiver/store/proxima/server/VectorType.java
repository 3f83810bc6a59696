package io.quiver.store.proxima.server;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import com.google.protobuf.ByteString;
import io.quiver.store.proxima.proto.DataType;

/**
 * How the elements of a vector lie in bytes and stand in text. Whatever the type, a
 * vector in memory is an array of floats, which hold all their values exactly; a binary
 * one has a 0 or a 1 for each bit.
 *
 * @author Quiver
 */
enum VectorType {

	FP32(DataType.DT_VECTOR_FP32, 32),

	FP16(DataType.DT_VECTOR_FP16, 16),

	INT8(DataType.DT_VECTOR_INT8, 8),

	INT4(DataType.DT_VECTOR_INT4, 4),

	BINARY32(DataType.DT_VECTOR_BINARY32, 1),

	BINARY64(DataType.DT_VECTOR_BINARY64, 1);

	private final DataType wire;

	private final int bits;

	VectorType(DataType wire, int bits) {
		this.wire = wire;
		this.bits = bits;
	}

	/** The type of that name, unless no index can be made of it. */
	static Optional<VectorType> of(DataType wire) {
		return Arrays.stream(values()).filter((type) -> type.wire == wire).findAny();
	}

	DataType wire() {
		return this.wire;
	}

	boolean binary() {
		return this.bits == 1;
	}

	/** How many bits make one number of a text: an element, or a word of a binary one. */
	private int numberBits() {
		return switch (this) {
			case BINARY32 -> 32;
			case BINARY64 -> 64;
			default -> this.bits;
		};
	}

	/** How many numbers stand in a text for that many elements. */
	long numbers(long dimension) {
		return dimension * this.bits / numberBits();
	}

	/** How many bytes hold that many elements. */
	long bytes(long dimension) {
		return bytesOfNumbers(numbers(dimension));
	}

	/** How many bytes hold the numbers of a text. */
	long bytesOfNumbers(long count) {
		return count * numberBits() / 8;
	}

	/** Whether that many elements fill the last word. */
	boolean fills(long dimension) {
		return !binary() || dimension % numberBits() == 0;
	}

	/** Read elements, as many as the bytes hold. */
	float[] read(ByteString value) {
		ByteBuffer bytes = value.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
		float[] vector = new float[value.size() * 8 / this.bits];
		if (this == FP32) {
			bytes.asFloatBuffer().get(vector);
			return vector;
		}
		for (int i = 0; i < vector.length; i++) {
			vector[i] = element(bytes, i);
		}
		return vector;
	}

	private float element(ByteBuffer bytes, int index) {
		return switch (this) {
			case FP32 -> bytes.getFloat(index * 4);
			case FP16 -> HalfFloat.toFloat(bytes.getShort(index * 2));
			case INT8 -> bytes.get(index);
			case INT4 -> nibble(bytes.get(index / 2) >> (index % 2 * 4));
			case BINARY32, BINARY64 -> (bytes.get(index / 8) >> (index % 8)) & 1;
		};
	}

	private static int nibble(int value) {
		return value << 28 >> 28;
	}

	/**
	 * Read elements from the numbers of a text: too large ones wrap, fractions are cut.
	 */
	float[] read(List<Number> numbers) {
		int perNumber = numberBits() / this.bits;
		float[] vector = new float[numbers.size() * perNumber];
		for (int i = 0; i < vector.length; i++) {
			vector[i] = element(numbers.get(i / perNumber), i % perNumber);
		}
		return vector;
	}

	private float element(Number number, int bit) {
		return switch (this) {
			case FP32 -> number.floatValue();
			case FP16 -> HalfFloat.round(number.floatValue());
			case INT8 -> (byte) number.longValue();
			case INT4 -> nibble((int) number.longValue());
			case BINARY32, BINARY64 -> (number.longValue() >> bit) & 1;
		};
	}

	/** Round to what this type can hold the floats that were sent for it. */
	float[] rounded(float[] vector) {
		for (int i = 0; this == FP16 && i < vector.length; i++) {
			vector[i] = HalfFloat.round(vector[i]);
		}
		return vector;
	}

}
