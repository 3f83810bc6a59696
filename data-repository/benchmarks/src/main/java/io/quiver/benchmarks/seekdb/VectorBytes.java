package io.quiver.benchmarks.seekdb;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Vectors by hand, as the server takes and gives them.
 *
 * @author Quiver
 * @since 0.1
 */
final class VectorBytes {

	private VectorBytes() {
	}

	static byte[] of(float[] vector) {
		byte[] bytes = new byte[vector.length * Float.BYTES];
		ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(vector);
		return bytes;
	}

	static float[] parse(String text) {
		float[] vector = new float[Product.DIMENSION];
		int from = 1;
		for (int i = 0; i < vector.length; i++) {
			int comma = text.indexOf(',', from);
			int to = (comma >= 0) ? comma : text.length() - 1;
			vector[i] = Float.parseFloat(text.substring(from, to));
			from = to + 1;
		}
		return vector;
	}

}
