package io.quiver.store.proxima;

import java.math.BigDecimal;
import java.math.BigInteger;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import io.quiver.store.proxima.model.DataType;
import io.quiver.store.proxima.model.ForwardColumn;
import io.quiver.store.proxima.proto.GenericValue;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * The values of forward columns on their way in and out.
 *
 * @author Quiver
 */
final class ForwardValues {

	private static final BigInteger UINT32_MAX = BigInteger.valueOf(0xFFFF_FFFFL);

	private static final BigInteger UINT64_MAX = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

	private static final BigInteger INT32_MIN = BigInteger.valueOf(Integer.MIN_VALUE);

	private static final BigInteger INT32_MAX = BigInteger.valueOf(Integer.MAX_VALUE);

	private static final BigInteger INT64_MIN = BigInteger.valueOf(Long.MIN_VALUE);

	private static final BigInteger INT64_MAX = BigInteger.valueOf(Long.MAX_VALUE);

	private ForwardValues() {
	}

	/**
	 * Write a value as the type of its column.
	 * @param column the column
	 * @param value the value, or {@code null} for none
	 * @return the message
	 */
	static GenericValue write(ForwardColumn column, @Nullable Object value) {
		if (value == null) {
			return GenericValue.getDefaultInstance();
		}
		GenericValue.Builder message = GenericValue.newBuilder();
		switch (column.dataType()) {
			case BINARY -> message.setBytesValue(bytes(column, value));
			case STRING -> message.setStringValue(UnicodeText.check(column.name(), as(column, value, String.class)));
			case BOOL -> message.setBoolValue(as(column, value, Boolean.class));
			case INT32 -> message.setInt32Value(
					(value instanceof Integer exact) ? exact : (int) integer(column, value, INT32_MIN, INT32_MAX));
			case INT64 -> message
				.setInt64Value((value instanceof Long exact) ? exact : integer(column, value, INT64_MIN, INT64_MAX));
			case UINT32 -> message.setUint32Value((int) integer(column, value, BigInteger.ZERO, UINT32_MAX));
			case UINT64 -> message.setUint64Value(
					(value instanceof Long bits) ? bits : integer(column, value, BigInteger.ZERO, UINT64_MAX));
			case FLOAT -> message.setFloatValue(as(column, value, Number.class).floatValue());
			case DOUBLE -> message.setDoubleValue(as(column, value, Number.class).doubleValue());
			default -> throw new InvalidDataAccessApiUsageException(
					"Forward column '%s' cannot be of type %s".formatted(column.name(), column.dataType()));
		}
		return message.build();
	}

	private static ByteString bytes(ForwardColumn column, Object value) {
		return UnsafeByteOperations.unsafeWrap(as(column, value, byte[].class));
	}

	private static <T> T as(ForwardColumn column, Object value, Class<T> type) {
		if (!type.isInstance(value)) {
			throw unfit(column, value);
		}
		return type.cast(value);
	}

	private static long integer(ForwardColumn column, Object value, BigInteger min, BigInteger max) {
		Number number = as(column, value, Number.class);
		try {
			BigInteger exact = (number instanceof BigInteger integer) ? integer
					: (number instanceof Float || number instanceof Double || number instanceof BigDecimal)
							? new BigDecimal(number.toString()).toBigIntegerExact()
							: BigInteger.valueOf(number.longValue());
			if (exact.compareTo(min) >= 0 && exact.compareTo(max) <= 0) {
				return exact.longValue();
			}
		}
		catch (ArithmeticException | NumberFormatException ex) {
			throw unfit(column, value);
		}
		throw unfit(column, value);
	}

	private static InvalidDataAccessApiUsageException unfit(ForwardColumn column, Object value) {
		return new InvalidDataAccessApiUsageException("Forward column '%s' of type %s cannot hold this value of %s"
			.formatted(column.name(), column.dataType(), value.getClass().getName()));
	}

	/**
	 * Read a value.
	 * @param value the message
	 * @return the value, or {@code null} if there is none
	 */
	static @Nullable Object read(GenericValue value) {
		return switch (value.getValueOneofCase()) {
			case BYTES_VALUE -> value.getBytesValue().toByteArray();
			case STRING_VALUE -> value.getStringValue();
			case BOOL_VALUE -> value.getBoolValue();
			case INT32_VALUE -> value.getInt32Value();
			case INT64_VALUE -> value.getInt64Value();
			case UINT32_VALUE -> Integer.toUnsignedLong(value.getUint32Value());
			case UINT64_VALUE -> value.getUint64Value();
			case FLOAT_VALUE -> value.getFloatValue();
			case DOUBLE_VALUE -> value.getDoubleValue();
			case VALUEONEOF_NOT_SET -> null;
		};
	}

	/** The fields of a value have the numbers of the types. */
	static DataType type(GenericValue value) {
		return DataType.of(value.getValueOneofCase().getNumber());
	}

}
