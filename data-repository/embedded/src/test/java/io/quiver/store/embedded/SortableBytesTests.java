package io.quiver.store.embedded;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.quiver.data.store.ColumnType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link SortableBytes}.
 *
 * @author Quiver
 */
class SortableBytesTests {

	static Stream<Arguments> risingValues() {
		return Stream.of(Arguments.of(ColumnType.BOOLEAN, List.of(false, true)),
				Arguments.of(ColumnType.INTEGER, List.of(Integer.MIN_VALUE, -1, 0, 1, Integer.MAX_VALUE)),
				Arguments.of(ColumnType.LONG, List.of(Long.MIN_VALUE, -1L, 0L, 1L, Long.MAX_VALUE)),
				Arguments.of(ColumnType.FLOAT, List.of(-Float.MAX_VALUE, -1f, 0f, Float.MIN_VALUE, 1f)),
				Arguments.of(ColumnType.DOUBLE, List.of(-Double.MAX_VALUE, -1d, 0d, Double.MIN_VALUE, 1d)),
				Arguments.of(ColumnType.DECIMAL,
						Stream
							.of("-1e40", "-100", "-12", "-1.2", "-1.19", "-1", "-0.001", "0", "1e-9", "0.1", "0.12",
									"1", "1.01", "9", "10", "1e40")
							.map(BigDecimal::new)
							.toList()),
				Arguments.of(ColumnType.STRING,
						List.of("", "\0", "A", "a", "aa", "ä", "\uD800", "\uE000", "\uD83D\uDE00")),
				Arguments.of(ColumnType.UUID,
						List.of(new UUID(0, 0), new UUID(0, -1), new UUID(1, 0), new UUID(Long.MIN_VALUE, 0))),
				Arguments.of(ColumnType.TIMESTAMP,
						List.of(Instant.MIN, Instant.EPOCH.minusNanos(1), Instant.EPOCH, Instant.EPOCH.plusNanos(1),
								Instant.MAX)),
				Arguments.of(ColumnType.DATE, List.of(LocalDate.MIN, LocalDate.EPOCH, LocalDate.MAX)));
	}

	@ParameterizedTest
	@MethodSource("risingValues")
	void bytesRiseWithTheValues(ColumnType type, List<Object> values) {
		for (int i = 1; i < values.size(); i++) {
			byte[] less = SortableBytes.of(type, values.get(i - 1));
			byte[] more = SortableBytes.of(type, values.get(i));
			assertThat(Arrays.compareUnsigned(less, more)).as("%s and %s", values.get(i - 1), values.get(i))
				.isNegative();
		}
	}

	@Test
	void equalDecimalsHaveEqualBytes() {
		assertThat(SortableBytes.of(ColumnType.DECIMAL, new BigDecimal("1.00")))
			.isEqualTo(SortableBytes.of(ColumnType.DECIMAL, new BigDecimal("1")));
	}

	@Test
	void bothZerosHaveEqualBytes() {
		assertThat(SortableBytes.of(ColumnType.DOUBLE, -0d)).isEqualTo(SortableBytes.of(ColumnType.DOUBLE, 0d));
		assertThat(SortableBytes.of(ColumnType.FLOAT, -0f)).isEqualTo(SortableBytes.of(ColumnType.FLOAT, 0f));
	}

}
