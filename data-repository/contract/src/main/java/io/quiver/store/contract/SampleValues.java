package io.quiver.store.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.quiver.data.store.ColumnType;

/**
 * Values of each type that systems are known to trip over.
 *
 * @author Quiver
 */
final class SampleValues {

	private SampleValues() {
	}

	/** All different, also when compared. */
	static List<Object> of(ColumnType type) {
		return switch (type) {
			case BOOLEAN -> List.of(true, false);
			case INTEGER -> List.of(0, 1, -1, 42, Integer.MIN_VALUE, Integer.MAX_VALUE);
			case LONG -> List.of(0L, 1L, -1L, 42L, 9007199254740993L, Long.MIN_VALUE, Long.MAX_VALUE);
			case FLOAT -> List.of(-0f, 1f, -1.5f, 0.1f, Float.MIN_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE);
			case DOUBLE -> List.of(-0d, 1d, -1.5, 0.1, Double.MIN_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE);
			case DECIMAL -> List.of(new BigDecimal("0"), new BigDecimal("1.10"), new BigDecimal("-1.1"),
					new BigDecimal("12345678901234567890.123456789"), new BigDecimal("0.000000001"),
					new BigDecimal("-99999999999999999999"));
			case STRING -> strings();
			case UUID -> List.of(new UUID(0, 0), new UUID(0, 1), new UUID(Long.MIN_VALUE, 5), new UUID(-1, -1),
					UUID.fromString("123e4567-e89b-12d3-a456-426614174000"));
			case TIMESTAMP -> List.of(Instant.EPOCH, Instant.parse("2026-11-21T06:52:19.123456789Z"),
					Instant.parse("1969-12-31T23:59:59.999999999Z"), Instant.parse("1907-03-04T05:06:07.000000001Z"),
					Instant.parse("0001-01-01T00:00:00Z"), Instant.parse("9999-12-31T23:59:59.999999999Z"));
			case DATE -> List.of(LocalDate.EPOCH, LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31),
					LocalDate.of(1969, 12, 31), LocalDate.of(2024, 2, 29));
			case BINARY -> List.of(new byte[0], new byte[] { 0 }, new byte[] { -1, 0, 127, -128, 39, 92 });
		};
	}

	private static List<Object> strings() {
		return List.of("", " ", "a", "A", "abc", "ABC", "abc ", "\u00e9t\u00e9", "\u00c9T\u00c9",
				"\uffee beyond \ud83d\ude00", "\ud83d\ude00", "\uffee", "a\u0000b", "line\nbreak\ttab", "it's",
				"say \"x\"", "back\\slash", "what?", "100%", "under_score", "*", "a*b", "x' OR '1'='1",
				"'; DROP TABLE t; --", "+a -b (c:d) [1 TO 2]~2 ^3 && || !", "{\"json\": [1]}", "null", "true", "42",
				"a.b", "${x}", "z".repeat(300));
	}

}
