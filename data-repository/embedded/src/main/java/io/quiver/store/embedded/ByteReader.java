package io.quiver.store.embedded;

/**
 * Reads what a {@link ByteWriter} wrote. Bytes that nobody can have written end in a
 * {@link FormatException}, however they came here.
 *
 * @author Quiver
 */
final class ByteReader {

	private final byte[] bytes;

	private final int end;

	private int position;

	ByteReader(byte[] bytes) {
		this(bytes, 0, bytes.length);
	}

	ByteReader(byte[] bytes, int offset, int length) {
		this.bytes = bytes;
		this.position = offset;
		this.end = offset + length;
	}

	int get() {
		return this.bytes[claim(1)] & 0xFF;
	}

	int getInt() {
		int at = claim(4);
		return (this.bytes[at] & 0xFF) << 24 | (this.bytes[at + 1] & 0xFF) << 16 | (this.bytes[at + 2] & 0xFF) << 8
				| (this.bytes[at + 3] & 0xFF);
	}

	long getLong() {
		return (long) getInt() << 32 | getInt() & 0xFFFFFFFFL;
	}

	int getSize() {
		int value = 0;
		for (int shift = 0; shift < 35; shift += 7) {
			int b = get();
			value |= (b & 0x7F) << shift;
			if (b < 0x80) {
				return value;
			}
		}
		throw new FormatException("a number has no end");
	}

	byte[] getSized() {
		int size = getSize();
		byte[] value = new byte[checked(size)];
		System.arraycopy(this.bytes, claim(size), value, 0, size);
		return value;
	}

	String getString() {
		int size = checked(getSize());
		return Wtf8.decode(this.bytes, claim(size), size);
	}

	float[] getVector() {
		int dimension = getSize();
		checked(dimension * 4L);
		float[] vector = new float[dimension];
		for (int i = 0; i < dimension; i++) {
			vector[i] = Float.intBitsToFloat(getInt());
		}
		return vector;
	}

	void skip(int count) {
		claim(count);
	}

	boolean hasMore() {
		return this.position < this.end;
	}

	private int claim(int count) {
		checked(count);
		int at = this.position;
		this.position += count;
		return at;
	}

	private int checked(long count) {
		if (count < 0 || count > this.end - this.position) {
			throw new FormatException(
					"%d bytes are wanted where %d are left".formatted(count, this.end - this.position));
		}
		return (int) count;
	}

}
