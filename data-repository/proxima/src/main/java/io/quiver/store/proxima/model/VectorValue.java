package io.quiver.store.proxima.model;

import org.springframework.util.Assert;

/**
 * A vector, given in one of three ways: as numbers, as the text of a JSON array, or as
 * the bytes that go over the wire. All three go as bytes, which are made when the type of
 * the column is known. Arrays are not copied; whoever makes a value leaves its array
 * alone.
 *
 * @author Quiver
 * @since 0.1
 */
public sealed interface VectorValue {

	/**
	 * Return a vector of single-precision numbers, for any type; a number that the type
	 * cannot hold is refused when it is written.
	 * @param elements the elements
	 * @return the vector
	 */
	static VectorValue of(float... elements) {
		return new Floats(elements);
	}

	/**
	 * Return a vector of double-precision numbers, for any type.
	 * @param elements the elements
	 * @return the vector
	 */
	static VectorValue of(double... elements) {
		return new Doubles(elements);
	}

	/**
	 * Return a vector of integers. For the binary types they are words of 32 bits.
	 * @param elements the elements
	 * @return the vector
	 */
	static VectorValue of(int... elements) {
		return new Ints(elements);
	}

	/**
	 * Return a vector of integers. For the binary types they are words, of 32 or 64 bits
	 * as the type says.
	 * @param elements the elements
	 * @return the vector
	 */
	static VectorValue of(long... elements) {
		return new Longs(elements);
	}

	/**
	 * Return a vector given as text: an array of numbers, which may stand in another
	 * array. The binary types take words, without or with a sign.
	 * @param text the text, such as {@code [1.0, 2.0]}
	 * @return the vector
	 */
	static VectorValue json(String text) {
		return new Json(text);
	}

	/**
	 * Return a vector given as the bytes of the wire, little endian.
	 * @param bytes the bytes, from now on the vector's own
	 * @return the vector
	 */
	static VectorValue bytes(byte[] bytes) {
		return new Bytes(bytes);
	}

	/**
	 * Single-precision numbers.
	 *
	 * @param elements the elements
	 */
	record Floats(float[] elements) implements VectorValue {

		public Floats {
			Assert.notNull(elements, "'elements' must not be null");
		}

	}

	/**
	 * Double-precision numbers.
	 *
	 * @param elements the elements
	 */
	record Doubles(double[] elements) implements VectorValue {

		public Doubles {
			Assert.notNull(elements, "'elements' must not be null");
		}

	}

	/**
	 * Integers of 32 bits.
	 *
	 * @param elements the elements
	 */
	record Ints(int[] elements) implements VectorValue {

		public Ints {
			Assert.notNull(elements, "'elements' must not be null");
		}

	}

	/**
	 * Integers of 64 bits.
	 *
	 * @param elements the elements
	 */
	record Longs(long[] elements) implements VectorValue {

		public Longs {
			Assert.notNull(elements, "'elements' must not be null");
		}

	}

	/**
	 * A JSON array.
	 *
	 * @param text the text
	 */
	record Json(String text) implements VectorValue {

		public Json {
			Assert.notNull(text, "'text' must not be null");
		}

	}

	/**
	 * Little-endian bytes.
	 *
	 * @param bytes the bytes
	 */
	record Bytes(byte[] bytes) implements VectorValue {

		public Bytes {
			Assert.notNull(bytes, "'bytes' must not be null");
		}

	}

}
