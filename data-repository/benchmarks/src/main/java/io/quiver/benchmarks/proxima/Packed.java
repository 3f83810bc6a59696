package io.quiver.benchmarks.proxima;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Vectors as the little-endian bytes of the wire.
 *
 * @author Quiver
 * @since 0.1
 */
final class Packed {

	private Packed() {
	}

	static byte[] bytes(float[] vector) {
		byte[] bytes = new byte[vector.length * Float.BYTES];
		ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(vector);
		return bytes;
	}

	static float[] floats(byte[] bytes) {
		return floats(ByteBuffer.wrap(bytes));
	}

	static float[] floats(ByteBuffer bytes) {
		float[] vector = new float[bytes.remaining() / Float.BYTES];
		bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
		return vector;
	}

}
