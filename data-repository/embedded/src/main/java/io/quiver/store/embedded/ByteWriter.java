package io.quiver.store.embedded;

import java.util.Arrays;

/**
 * Bytes written one after the other, big-endian.
 *
 * @author Quiver
 */
final class ByteWriter {

	private byte[] bytes;

	private int length;

	ByteWriter(int expected) {
		this.bytes = new byte[expected];
	}

	ByteWriter put(int value) {
		room(1);
		this.bytes[this.length++] = (byte) value;
		return this;
	}

	ByteWriter putInt(int value) {
		room(4);
		for (int shift = 24; shift >= 0; shift -= 8) {
			this.bytes[this.length++] = (byte) (value >> shift);
		}
		return this;
	}

	ByteWriter putLong(long value) {
		return putInt((int) (value >> 32)).putInt((int) value);
	}

	ByteWriter putSize(int value) {
		int rest = value;
		while ((rest & ~0x7F) != 0) {
			put(rest | 0x80);
			rest >>>= 7;
		}
		return put(rest);
	}

	ByteWriter put(byte[] value) {
		room(value.length);
		System.arraycopy(value, 0, this.bytes, this.length, value.length);
		this.length += value.length;
		return this;
	}

	ByteWriter putSized(byte[] value) {
		return putSize(value.length).put(value);
	}

	ByteWriter putVector(float[] vector) {
		putSize(vector.length);
		for (float component : vector) {
			putInt(Float.floatToRawIntBits(component));
		}
		return this;
	}

	int length() {
		return this.length;
	}

	byte[] toBytes() {
		return Arrays.copyOf(this.bytes, this.length);
	}

	private void room(int more) {
		if (this.length + more > this.bytes.length) {
			this.bytes = Arrays.copyOf(this.bytes, Math.max(this.length + more, this.bytes.length * 2));
		}
	}

}
