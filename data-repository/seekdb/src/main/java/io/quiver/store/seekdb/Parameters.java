package io.quiver.store.seekdb;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import io.quiver.data.store.Column.VectorColumn;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Binds values, and refuses those that the server would store as others.
 *
 * @author Quiver
 */
final class Parameters {

	private Parameters() {
	}

	static void bind(PreparedStatement statement, List<@Nullable Object> values) throws SQLException {
		for (int i = 0; i < values.size(); i++) {
			bind(statement, i + 1, values.get(i));
		}
	}

	private static void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
		if (value == null) {
			statement.setNull(index, Types.NULL);
		}
		else if (value instanceof String text) {
			statement.setString(index, whole(text));
		}
		else if (value instanceof Long number) {
			statement.setLong(index, number);
		}
		else if (value instanceof float[] vector) {
			statement.setBytes(index, bytes(finite(vector)));
		}
		else if (value instanceof Number number) {
			bindNumber(statement, index, number);
		}
		else if (value instanceof byte[] bytes) {
			statement.setBytes(index, bytes);
		}
		else if (value instanceof Boolean flag) {
			statement.setBoolean(index, flag);
		}
		else if (value instanceof UUID id) {
			statement.setString(index, id.toString());
		}
		else {
			statement.setObject(index, time(value));
		}
	}

	private static void bindNumber(PreparedStatement statement, int index, Number value) throws SQLException {
		if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
			statement.setInt(index, value.intValue());
		}
		else if (value instanceof Double || value instanceof Float) {
			statement.setDouble(index, finite(value.doubleValue()));
		}
		else if (value instanceof BigDecimal decimal) {
			statement.setBigDecimal(index, decimal);
		}
		else if (value instanceof BigInteger integer) {
			statement.setBigDecimal(index, new BigDecimal(integer));
		}
		else {
			throw unknown(value);
		}
	}

	/** The server keeps microseconds; whether a driver would cut or round is its own. */
	private static Object time(Object value) {
		if (value instanceof LocalDate) {
			return value;
		}
		if (value instanceof Instant instant) {
			return LocalDateTime.ofInstant(instant, ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
		}
		if (value instanceof LocalDateTime time) {
			return time.truncatedTo(ChronoUnit.MICROS);
		}
		if (value instanceof LocalTime time) {
			return time.truncatedTo(ChronoUnit.MICROS);
		}
		throw unknown(value);
	}

	private static float[] finite(float[] vector) {
		if (!VectorColumn.isFinite(vector)) {
			for (float component : vector) {
				finite(component);
			}
		}
		return vector;
	}

	/**
	 * Return a vector as the server takes it.
	 */
	static byte[] bytes(float[] vector) {
		ByteBuffer buffer = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
		buffer.asFloatBuffer().put(vector);
		return buffer.array();
	}

	private static double finite(double value) {
		if (!Double.isFinite(value)) {
			throw new InvalidDataAccessApiUsageException(
					"%s is no number that seekdb can keep or compare: values and vectors must be finite"
						.formatted(value));
		}
		return value;
	}

	static byte[] utf8(String text) {
		return whole(text).getBytes(StandardCharsets.UTF_8);
	}

	/** Half a character would be stored as a question mark. */
	private static String whole(String text) {
		int half = HalfCharacter.in(text);
		if (half >= 0) {
			throw new InvalidDataAccessApiUsageException(
					"A string holds half a character at place %d, which cannot be stored".formatted(half));
		}
		return text;
	}

	private static InvalidDataAccessApiUsageException unknown(Object value) {
		return new InvalidDataAccessApiUsageException(
				"A value of %s cannot be bound to a statement of seekdb".formatted(value.getClass()));
	}

}
