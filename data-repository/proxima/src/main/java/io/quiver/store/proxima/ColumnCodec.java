package io.quiver.store.proxima;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import io.quiver.data.store.ColumnType;
import io.quiver.store.proxima.proto.GenericValue;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessResourceUsageException;

/**
 * Single values of a type as they are sent and come back. What is no number and no text
 * goes as text that every other client can read too.
 *
 * @author Quiver
 */
final class ColumnCodec {

	private final String column;

	private final ColumnType type;

	private final boolean text;

	/**
	 * Create a codec.
	 * @param column what to call the column in messages
	 * @param type the type of its values
	 * @param text whether values go over HTTP, where what its text would damage goes as
	 * bytes
	 */
	ColumnCodec(String column, ColumnType type, boolean text) {
		this.column = column;
		this.type = type;
		this.text = text;
	}

	GenericValue write(Object value) {
		GenericValue.Builder message = GenericValue.newBuilder();
		switch (this.type) {
			case BOOLEAN -> message.setBoolValue((Boolean) value);
			case INTEGER -> message.setInt32Value((Integer) value);
			case LONG -> message.setInt64Value((Long) value);
			case FLOAT -> real(message, (Float) value);
			case DOUBLE -> real(message, (Double) value);
			case STRING -> string(message, (String) value);
			case DECIMAL, UUID, TIMESTAMP, DATE -> message.setStringValue(value.toString());
			case BINARY -> message.setBytesValue(UnsafeByteOperations.unsafeWrap((byte[]) value));
		}
		return message.build();
	}

	private void real(GenericValue.Builder message, Float value) {
		if (this.text && HttpText.damages(value)) {
			message
				.setBytesValue(bytes(ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN).putFloat(value)));
		}
		else {
			message.setFloatValue(value);
		}
	}

	private void real(GenericValue.Builder message, Double value) {
		if (this.text && HttpText.damages(value)) {
			message.setBytesValue(
					bytes(ByteBuffer.allocate(Double.BYTES).order(ByteOrder.LITTLE_ENDIAN).putDouble(value)));
		}
		else {
			message.setDoubleValue(value);
		}
	}

	private void string(GenericValue.Builder message, String value) {
		if (this.text && HttpText.damages(value)) {
			message.setBytesValue(ByteString.copyFromUtf8(value));
		}
		else {
			message.setStringValue(value);
		}
	}

	private static ByteString bytes(ByteBuffer buffer) {
		return UnsafeByteOperations.unsafeWrap(buffer.array());
	}

	@Nullable Object read(GenericValue value) {
		if (value.getValueOneofCase() == GenericValue.ValueOneofCase.VALUEONEOF_NOT_SET) {
			return null;
		}
		try {
			return switch (this.type) {
				case BOOLEAN -> (value.hasBoolValue()) ? value.getBoolValue() : unfit(value);
				case INTEGER -> Math.toIntExact(integer(value));
				case LONG -> integer(value);
				case FLOAT -> single(value);
				case DOUBLE -> real(value);
				case STRING -> (value.hasBytesValue()) ? value.getBytesValue().toStringUtf8() : string(value);
				case DECIMAL -> new BigDecimal(string(value));
				case UUID -> UUID.fromString(string(value));
				case TIMESTAMP -> Instant.parse(string(value));
				case DATE -> LocalDate.parse(string(value));
				case BINARY -> (value.hasBytesValue()) ? value.getBytesValue().toByteArray() : unfit(value);
			};
		}
		catch (ArithmeticException | IllegalArgumentException | DateTimeException ex) {
			throw unreadable(value, ex);
		}
	}

	private long integer(GenericValue value) {
		return switch (value.getValueOneofCase()) {
			case INT64_VALUE -> value.getInt64Value();
			case INT32_VALUE -> value.getInt32Value();
			case UINT32_VALUE -> Integer.toUnsignedLong(value.getUint32Value());
			case UINT64_VALUE -> value.getUint64Value();
			default -> throw unreadable(value, null);
		};
	}

	private double real(GenericValue value) {
		return switch (value.getValueOneofCase()) {
			case DOUBLE_VALUE -> value.getDoubleValue();
			case FLOAT_VALUE -> value.getFloatValue();
			case BYTES_VALUE -> buffer(value, Double.BYTES).getDouble();
			default -> integer(value);
		};
	}

	private float single(GenericValue value) {
		return switch (value.getValueOneofCase()) {
			case FLOAT_VALUE -> value.getFloatValue();
			case BYTES_VALUE -> buffer(value, Float.BYTES).getFloat();
			default -> (float) real(value);
		};
	}

	private ByteBuffer buffer(GenericValue value, int size) {
		if (value.getBytesValue().size() != size) {
			throw unreadable(value, null);
		}
		return value.getBytesValue().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
	}

	private String string(GenericValue value) {
		if (!value.hasStringValue()) {
			throw unreadable(value, null);
		}
		return value.getStringValue();
	}

	private Object unfit(GenericValue value) {
		throw unreadable(value, null);
	}

	private InvalidDataAccessResourceUsageException unreadable(GenericValue value, @Nullable Throwable cause) {
		return new InvalidDataAccessResourceUsageException(
				"Forward column '%s' is mapped as %s, but holds a %s that is none; another client has written it"
					.formatted(this.column, this.type, ForwardValues.type(value)),
				cause);
	}

}
