package io.quiver.store.embedded;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import io.quiver.data.store.ColumnType;

/**
 * Values as bytes that compare, unsigned, as the values do.
 *
 * @author Quiver
 */
final class SortableBytes {

	private SortableBytes() {
	}

	/**
	 * Return how many bytes every value of a type has.
	 * @param type the type
	 * @return the length, or -1 if it depends on the value
	 */
	static int width(ColumnType type) {
		return switch (type) {
			case BOOLEAN -> 1;
			case INTEGER, FLOAT -> 4;
			case LONG, DOUBLE, DATE -> 8;
			case TIMESTAMP -> 12;
			case UUID -> 16;
			case DECIMAL, STRING, BINARY -> -1;
		};
	}

	static byte[] of(ColumnType type, Object value) {
		return switch (type) {
			case BOOLEAN -> new byte[] { (byte) ((boolean) value ? 1 : 0) };
			case INTEGER -> new ByteWriter(4).putInt((int) value ^ Integer.MIN_VALUE).toBytes();
			case LONG -> ofLong((long) value);
			case FLOAT -> ofFloat((float) value);
			case DOUBLE -> ofDouble((double) value);
			case DECIMAL -> ofDecimal((BigDecimal) value);
			case STRING -> Wtf8.encode((String) value);
			case UUID -> ofUuid((UUID) value);
			case TIMESTAMP -> ofInstant((Instant) value);
			case DATE -> ofLong(((LocalDate) value).toEpochDay());
			case BINARY -> throw new IllegalArgumentException("Bytes have no order");
		};
	}

	private static byte[] ofLong(long value) {
		return new ByteWriter(8).putLong(value ^ Long.MIN_VALUE).toBytes();
	}

	private static byte[] ofFloat(float value) {
		int bits = Float.floatToIntBits(value + 0.0f);
		return new ByteWriter(4).putInt(bits ^ (bits >> 31 | Integer.MIN_VALUE)).toBytes();
	}

	private static byte[] ofDouble(double value) {
		// adding zero makes the negative zero the positive one
		long bits = Double.doubleToLongBits(value + 0.0);
		return new ByteWriter(8).putLong(bits ^ (bits >> 63 | Long.MIN_VALUE)).toBytes();
	}

	private static byte[] ofUuid(UUID value) {
		return new ByteWriter(16).putLong(value.getMostSignificantBits())
			.putLong(value.getLeastSignificantBits())
			.toBytes();
	}

	private static byte[] ofInstant(Instant value) {
		return new ByteWriter(12).putLong(value.getEpochSecond() ^ Long.MIN_VALUE).putInt(value.getNano()).toBytes();
	}

	/**
	 * Sign, then the place of the first digit, then the digits without zeros at their
	 * end: equal for 1.0 and 1.00. Of a negative number all is turned round.
	 */
	private static byte[] ofDecimal(BigDecimal value) {
		if (value.signum() == 0) {
			return new byte[] { 1 };
		}
		BigDecimal plain = value.abs().stripTrailingZeros();
		byte[] digits = plain.unscaledValue().toString().getBytes(StandardCharsets.US_ASCII);
		int exponent = (int) ((long) digits.length - plain.scale()) ^ Integer.MIN_VALUE;
		if (value.signum() > 0) {
			return new ByteWriter(5 + digits.length).put(2).putInt(exponent).put(digits).toBytes();
		}
		for (int i = 0; i < digits.length; i++) {
			digits[i] = (byte) ~digits[i];
		}
		return new ByteWriter(6 + digits.length).put(0).putInt(~exponent).put(digits).put(0xFF).toBytes();
	}

}
