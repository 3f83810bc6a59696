package io.quiver.store.proxima;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import io.quiver.store.proxima.model.DataType;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Writes the elements of a vector one after the other. What the type cannot hold is
 * refused: the server would wrap or cut it without a word.
 *
 * @author Quiver
 */
final class ElementWriter {

	private static final int NIBBLE = 4;

	private static final int INT4_MIN = -8;

	private static final int INT4_MAX = 7;

	private static final long UINT32_MAX = 0xFFFF_FFFFL;

	private static final double TWO_TO_63 = 0x1p63;

	private static final double TWO_TO_64 = 0x1p64;

	private final DataType type;

	private final byte[] bytes;

	private final ByteBuffer buffer;

	private int nibbles;

	ElementWriter(DataType type, int size) {
		this.type = type;
		this.bytes = new byte[size];
		this.buffer = ByteBuffer.wrap(this.bytes).order(ByteOrder.LITTLE_ENDIAN);
	}

	void real(double element) {
		switch (this.type) {
			case VECTOR_FP32 -> {
				checkThat(Float.isFinite((float) element), element);
				this.buffer.putFloat((float) element);
			}
			case VECTOR_FP64 -> {
				checkThat(Double.isFinite(element), element);
				this.buffer.putDouble(element);
			}
			case VECTOR_FP16 -> {
				short half = HalfFloat.bits((float) element);
				checkThat(HalfFloat.isFinite(half), element);
				this.buffer.putShort(half);
			}
			default -> {
				checkThat(element == Math.rint(element) && element >= -TWO_TO_63 && element < TWO_TO_64, element);
				if (element < TWO_TO_63) {
					integer((long) element);
				}
				else {
					unsigned((long) (element - TWO_TO_63) ^ Long.MIN_VALUE, element);
				}
			}
		}
	}

	void integer(long element) {
		switch (this.type) {
			case VECTOR_FP16, VECTOR_FP32, VECTOR_FP64 -> real(element);
			case VECTOR_INT4 -> {
				checkThat(element >= INT4_MIN && element <= INT4_MAX, element);
				nibble((int) element);
			}
			case VECTOR_INT8 -> {
				checkThat(element == (byte) element, element);
				this.buffer.put((byte) element);
			}
			case VECTOR_INT16 -> {
				checkThat(element == (short) element, element);
				this.buffer.putShort((short) element);
			}
			case VECTOR_BINARY32 -> {
				checkThat(element >= Integer.MIN_VALUE && element <= UINT32_MAX, element);
				this.buffer.putInt((int) element);
			}
			case VECTOR_BINARY64 -> this.buffer.putLong(element);
			default -> throw new InvalidDataAccessApiUsageException(this.type + " is no type of vectors");
		}
	}

	/**
	 * Write a number of a JSON text.
	 */
	void text(String number) {
		if (isWhole(number)) {
			try {
				integer(Long.parseLong(number));
			}
			catch (NumberFormatException ex) {
				wide(number);
			}
		}
		else {
			real(Double.parseDouble(number));
		}
	}

	ByteString bytes() {
		return UnsafeByteOperations.unsafeWrap(this.bytes);
	}

	private void wide(String number) {
		if (this.type == DataType.VECTOR_BINARY64 && new BigDecimal(number).signum() > 0) {
			try {
				this.buffer.putLong(Long.parseUnsignedLong(number));
			}
			catch (NumberFormatException ex) {
				throw unfit(number, this.type);
			}
		}
		else {
			real(Double.parseDouble(number));
		}
	}

	private void unsigned(long bits, Object element) {
		checkThat(this.type == DataType.VECTOR_BINARY64, element);
		this.buffer.putLong(bits);
	}

	/** The first of two stands in the lower half of the byte. */
	private void nibble(int element) {
		int at = this.nibbles / 2;
		int shift = (this.nibbles % 2) * NIBBLE;
		this.bytes[at] |= (byte) ((element & 0xF) << shift);
		this.nibbles++;
	}

	private void checkThat(boolean fits, Object element) {
		if (!fits) {
			throw unfit(element, this.type);
		}
	}

	private static boolean isWhole(String number) {
		return number.indexOf('.') < 0 && number.indexOf('e') < 0 && number.indexOf('E') < 0;
	}

	static InvalidDataAccessApiUsageException unfit(Object element, DataType type) {
		return new InvalidDataAccessApiUsageException(
				"A vector of type %s cannot hold the element %s".formatted(type, element));
	}

}
