package io.quiver.data.core.mapping;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quiver.data.store.ColumnType;
import org.jspecify.annotations.Nullable;

import org.springframework.core.convert.ConversionService;
import org.springframework.data.convert.CustomConversions;
import org.springframework.util.ClassUtils;

/**
 * The single values that have a column type: those listed here and those that a converter
 * turns into one of them.
 *
 * @author Quiver
 */
final class ValueCodecs {

	private static final Map<Class<?>, ValueCodec> SIMPLE = Stream
		.of(ValueCodec.identity(ColumnType.BOOLEAN), ValueCodec.identity(ColumnType.INTEGER),
				ValueCodec.identity(ColumnType.LONG), ValueCodec.identity(ColumnType.FLOAT),
				ValueCodec.identity(ColumnType.DOUBLE), ValueCodec.identity(ColumnType.DECIMAL),
				ValueCodec.identity(ColumnType.STRING), ValueCodec.identity(ColumnType.UUID),
				ValueCodec.identity(ColumnType.TIMESTAMP), ValueCodec.identity(ColumnType.DATE),
				ValueCodec.identity(ColumnType.BINARY),
				ValueCodec.of(Byte.class, ColumnType.INTEGER, Byte::intValue, Integer::byteValue),
				ValueCodec.of(Short.class, ColumnType.INTEGER, Short::intValue, Integer::shortValue),
				ValueCodec.of(Character.class, ColumnType.STRING, String::valueOf,
						(String text) -> text.isEmpty() ? '\0' : text.charAt(0)),
				ValueCodec.of(BigInteger.class, ColumnType.DECIMAL, BigDecimal::new, BigDecimal::toBigIntegerExact),
				ValueCodec.of(LocalDateTime.class, ColumnType.TIMESTAMP, (time) -> time.toInstant(ZoneOffset.UTC),
						(Instant time) -> LocalDateTime.ofInstant(time, ZoneOffset.UTC)),
				ValueCodec.of(Date.class, ColumnType.TIMESTAMP, (date) -> Instant.ofEpochMilli(date.getTime()),
						(Instant time) -> Date.from(time)),
				ValueCodec.of(LocalTime.class, ColumnType.LONG, LocalTime::toNanoOfDay, LocalTime::ofNanoOfDay),
				ValueCodec.of(Duration.class, ColumnType.LONG, ValueCodecs::nanos, Duration::ofNanos))
		.collect(Collectors.toUnmodifiableMap(ValueCodec::javaType, Function.identity()));

	private final CustomConversions conversions;

	private final ConversionService conversionService;

	ValueCodecs(CustomConversions conversions, ConversionService conversionService) {
		this.conversions = conversions;
		this.conversionService = conversionService;
	}

	/**
	 * Return how values of a class are kept.
	 * @param type the class
	 * @return the codec, or {@code null} if the class is no single value
	 */
	@Nullable ValueCodec find(Class<?> type) {
		Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
		Optional<Class<?>> target = this.conversions.getCustomWriteTarget(boxed);
		if (target.isPresent()) {
			ValueCodec stored = simple(target.get());
			return (stored != null) ? converted(boxed, stored) : null;
		}
		return simple(boxed);
	}

	private ValueCodec converted(Class<?> type, ValueCodec stored) {
		return new ValueCodec(type, stored.columnType(),
				(value) -> stored.toColumn().apply(convert(value, stored.javaType())),
				(value) -> convert(stored.fromColumn().apply(value), type));
	}

	private Object convert(Object value, Class<?> target) {
		return Objects.requireNonNull(this.conversionService.convert(value, target),
				() -> "A converter to %s returned null".formatted(target.getName()));
	}

	private static @Nullable ValueCodec simple(Class<?> type) {
		Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
		if (boxed.isEnum()) {
			return enumCodec(boxed);
		}
		return SIMPLE.get(boxed);
	}

	private static long nanos(Duration duration) {
		try {
			return duration.toNanos();
		}
		catch (ArithmeticException ex) {
			throw new IllegalArgumentException(
					"a Duration is kept in nanoseconds, so that it must not be beyond 106751 days (292 years) either way",
					ex);
		}
	}

	private static ValueCodec enumCodec(Class<?> type) {
		Map<String, Object> constants = Stream.of(type.getEnumConstants())
			.collect(Collectors.toUnmodifiableMap((constant) -> ((Enum<?>) constant).name(), Function.identity()));
		return new ValueCodec(type, ColumnType.STRING, (value) -> ((Enum<?>) value).name(), (value) -> {
			Object constant = constants.get(value);
			if (constant == null) {
				throw new IllegalArgumentException("Stored value '%s' is no constant of %s".formatted(value, type));
			}
			return constant;
		});
	}

}
