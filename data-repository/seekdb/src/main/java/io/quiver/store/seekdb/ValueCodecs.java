package io.quiver.store.seekdb;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Function;

import io.quiver.data.store.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * How single values are kept. What the server has no type for is kept as text that
 * compares in the same order: times finer than a microsecond, identifiers. Decimals are
 * text, too, since the server's forget their scale, and are compared as numbers.
 *
 * @author Quiver
 */
final class ValueCodecs {

	/** As many as the server's widest decimal type has, of 65 digits in all. */
	static final int FRACTION_DIGITS = 30;

	private static final int WHOLE_DIGITS = 35;

	private ValueCodecs() {
	}

	/**
	 * Return how values of a type are kept.
	 * @param type the type
	 * @param key whether they are part of a key, where strings are bytes so that each is
	 * itself alone: any collation takes some for the same
	 */
	static ValueCodec of(ColumnType type, boolean key) {
		return switch (type) {
			case BOOLEAN -> codec(type, Function.identity(), (row, place) -> row.getBoolean(place));
			case INTEGER -> codec(type, Function.identity(), (row, place) -> row.getInt(place));
			case LONG -> codec(type, Function.identity(), (row, place) -> row.getLong(place));
			case FLOAT ->
				codec(type, (value) -> number((Float) value, key), (row, place) -> (float) row.getDouble(place));
			case DOUBLE -> codec(type, (value) -> number((Double) value, key), (row, place) -> row.getDouble(place));
			case DECIMAL -> new DecimalCodec();
			case STRING -> new StringCodec(key);
			case UUID -> codec(type, Object::toString, (row, place) -> map(row.getString(place), UUID::fromString));
			case TIMESTAMP -> codec(type, (value) -> TimeText.write((Instant) value),
					(row, place) -> map(ServerTime.read(row, place), (time) -> time.toInstant(ZoneOffset.UTC)));
			case DATE -> codec(type, Object::toString, (row, place) -> map(row.getString(place), LocalDate::parse));
			case BINARY -> codec(type, Function.identity(), ResultSet::getBytes);
		};
	}

	/** The server reads a negative zero from a text alone; in a key it is zero. */
	private static Object number(Number value, boolean key) {
		double number = value.doubleValue();
		return (number != 0) ? (Object) number : (key || 1 / number > 0) ? (Object) 0d : "-0e0";
	}

	private static <T> @Nullable Object map(@Nullable T value, Function<T, Object> function) {
		return (value != null) ? function.apply(value) : null;
	}

	static @Nullable String problem(ColumnType type, @Nullable Object value) {
		if (!type.javaType().isInstance(value)) {
			return "is of type %s and cannot hold a %s".formatted(type,
					(value != null) ? value.getClass().getName() : "null");
		}
		if (value instanceof Number number && !(value instanceof BigDecimal)
				&& !Double.isFinite(number.doubleValue())) {
			return "cannot hold %s, only finite numbers".formatted(value);
		}
		if (value instanceof BigDecimal decimal && (decimal.scale() > FRACTION_DIGITS
				|| (long) decimal.precision() - decimal.scale() > WHOLE_DIGITS || decimal.scale() < -WHOLE_DIGITS)) {
			return "holds decimals of at most %d digits before the point and %d behind it, and not %s"
				.formatted(WHOLE_DIGITS, FRACTION_DIGITS, decimal);
		}
		if (value instanceof String text && HalfCharacter.in(text) >= 0) {
			return "cannot hold a text with half a character (an unpaired surrogate)";
		}
		if ((value instanceof Instant time && !TimeText.isKnown(time))
				|| (value instanceof LocalDate date && (date.getYear() < 1 || date.getYear() > 9999))) {
			return "holds years of four digits, and not %s".formatted(value);
		}
		return null;
	}

	private static ValueCodec codec(ColumnType type, Function<Object, Object> writer, ResultReaderAt reader) {
		return new ValueCodec() {

			@Override
			public @Nullable String problem(Object value) {
				return ValueCodecs.problem(type, value);
			}

			@Override
			public Object write(Object value) {
				return writer.apply(value);
			}

			@Override
			public @Nullable Object read(ResultSet row, int place) throws SQLException {
				Object value = reader.read(row, place);
				return (row.wasNull()) ? null : value;
			}

		};
	}

	/**
	 * Reads a value, whatever it is where the row has none.
	 */
	@FunctionalInterface
	private interface ResultReaderAt {

		@Nullable Object read(ResultSet row, int place) throws SQLException;

	}

	/**
	 * Decimals as text, compared as numbers.
	 */
	private static final class DecimalCodec implements ValueCodec {

		@Override
		public @Nullable String problem(Object value) {
			return ValueCodecs.problem(ColumnType.DECIMAL, value);
		}

		@Override
		public Object write(Object value) {
			return value.toString();
		}

		@Override
		public Object operand(Object value) {
			return value;
		}

		@Override
		public @Nullable Object read(ResultSet row, int place) throws SQLException {
			return map(row.getString(place), BigDecimal::new);
		}

	}

	/**
	 * Strings, compared by their bytes in UTF-8, which is the order of code points.
	 *
	 * @param binary whether they are kept as bytes, too
	 */
	private record StringCodec(boolean binary) implements ValueCodec {

		@Override
		public @Nullable String problem(Object value) {
			return ValueCodecs.problem(ColumnType.STRING, value);
		}

		@Override
		public Object write(Object value) {
			return (this.binary) ? operand(value) : value;
		}

		/** No bytes at all, as MySQL's driver writes them, are lost in a list of IN. */
		@Override
		public Object operand(Object value) {
			String text = (String) value;
			return (text.isEmpty()) ? text : text.getBytes(StandardCharsets.UTF_8);
		}

		@Override
		public @Nullable Object read(ResultSet row, int place) throws SQLException {
			return (this.binary) ? map(row.getBytes(place), (bytes) -> new String(bytes, StandardCharsets.UTF_8))
					: row.getString(place);
		}

	}

}
