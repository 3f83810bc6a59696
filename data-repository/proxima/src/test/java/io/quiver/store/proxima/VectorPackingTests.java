package io.quiver.store.proxima;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import com.google.protobuf.ByteString;
import io.quiver.store.proxima.model.DataType;
import io.quiver.store.proxima.model.VectorQuery;
import io.quiver.store.proxima.model.VectorValue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * @author Quiver
 */
@DisplayName("P9: vectors as arrays, JSON text and bytes")
class VectorPackingTests {

	@Test
	void anArrayATextAndBytesAreTheSameVector() {
		byte[] bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putFloat(1.5f).putFloat(-2).array();
		ByteString expected = ByteString.copyFrom(bytes);
		assertThat(pack(DataType.VECTOR_FP32, 2, VectorValue.of(1.5f, -2f))).isEqualTo(expected);
		assertThat(pack(DataType.VECTOR_FP32, 2, VectorValue.of(1.5d, -2d))).isEqualTo(expected);
		assertThat(pack(DataType.VECTOR_FP32, 2, VectorValue.json("[1.5, -2]"))).isEqualTo(expected);
		assertThat(pack(DataType.VECTOR_FP32, 2, VectorValue.json(" [[1.5,-2.0e0]] "))).isEqualTo(expected);
		assertThat(pack(DataType.VECTOR_FP32, 2, VectorValue.bytes(bytes))).isEqualTo(expected);
	}

	@Test
	void eachTypeHasItsOwnLayout() {
		assertThat(hex(DataType.VECTOR_FP16, 2, VectorValue.of(1f, -2f))).isEqualTo("003c00c0");
		assertThat(hex(DataType.VECTOR_FP64, 1, VectorValue.of(1d))).isEqualTo("000000000000f03f");
		assertThat(hex(DataType.VECTOR_INT8, 3, VectorValue.of(1, -1, -128))).isEqualTo("01ff80");
		assertThat(hex(DataType.VECTOR_INT16, 2, VectorValue.of(1, -2))).isEqualTo("0100feff");
		assertThat(hex(DataType.VECTOR_INT4, 4, VectorValue.of(1, -8, 7, -1))).isEqualTo("81f7");
		assertThat(hex(DataType.VECTOR_BINARY32, 64, VectorValue.of(1, -2))).isEqualTo("01000000feffffff");
		assertThat(hex(DataType.VECTOR_BINARY64, 64, VectorValue.of(258L))).isEqualTo("0201000000000000");
	}

	@Test
	void wordsMayBeWrittenWithoutASign() {
		assertThat(hex(DataType.VECTOR_BINARY32, 32, VectorValue.json("[4294967295]"))).isEqualTo("ffffffff");
		assertThat(hex(DataType.VECTOR_BINARY64, 64, VectorValue.json("[18446744073709551615]")))
			.isEqualTo("ffffffffffffffff");
		assertThat(hex(DataType.VECTOR_BINARY64, 64, VectorValue.of(0x1p63))).isEqualTo("0000000000000080");
	}

	@ParameterizedTest
	@CsvSource({ "VECTOR_INT8,128", "VECTOR_INT8,-129", "VECTOR_INT8,1.5", "VECTOR_INT16,32768", "VECTOR_INT4,8",
			"VECTOR_INT4,-9", "VECTOR_FP16,65520", "VECTOR_FP32,1e39", "VECTOR_FP64,1e309",
			"VECTOR_BINARY32,4294967296", "VECTOR_BINARY32,-2147483649", "VECTOR_BINARY64,18446744073709551616",
			"VECTOR_INT8,1e30" })
	void whatATypeCannotHoldIsRefused(DataType type, String number) {
		int dimension = type.multiple();
		int elements = (type == DataType.VECTOR_INT4) ? 2 : 1;
		VectorValue vector = VectorValue.json((elements == 2) ? "[0,%s]".formatted(number) : "[%s]".formatted(number));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> pack(type, dimension, vector))
			.withMessageContaining(type.name());
	}

	@Test
	void whatIsNoNumberIsRefused() {
		for (DataType type : new DataType[] { DataType.VECTOR_FP16, DataType.VECTOR_FP32, DataType.VECTOR_FP64,
				DataType.VECTOR_INT8 }) {
			assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
				.isThrownBy(() -> pack(type, 1, VectorValue.of(Float.NaN)));
			assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
				.isThrownBy(() -> pack(type, 1, VectorValue.of(Double.POSITIVE_INFINITY)));
		}
	}

	@Test
	void aWrongDimensionIsRefused() {
		for (VectorValue vector : new VectorValue[] { VectorValue.of(1f), VectorValue.json("[1]"),
				VectorValue.bytes(new byte[7]), VectorValue.of(1, 2, 3), VectorValue.json("[[1],[2]]") }) {
			assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
				.isThrownBy(() -> pack(DataType.VECTOR_FP32, 2, vector))
				.withMessageContaining("dimension 2");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "1", "[1", "[1,2]]", "[1,]", "[\"1\"]", "[null]", "[1,[2]]", "[[1],2]", "[[1],[2,3]]",
			"[[]]", "{}", "[NaN]", "[1f]", "[[[1]]]", "[0x1p3]", "[1}", "[[1},[2]]" })
	void aTextThatIsNoVectorIsRefused(String text) {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> pack(DataType.VECTOR_FP32, 1, VectorValue.json(text)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "[[1],[2,3,4]]", "[[1,2,3],[4]]", "[[1,2],[],[3,4]]" })
	void vectorsOfDifferentLengthsAreRefusedThoughTheirNumbersWouldDo(String text) {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> vectors(VectorQuery.of("c", "v", DataType.VECTOR_FP32, VectorValue.json(text))))
			.withMessageContaining("different lengths");
	}

	@Test
	void halvesRoundToTheNearestAndTiesToTheEven() {
		assertThat(HalfFloat.bits(0)).isEqualTo((short) 0);
		assertThat(HalfFloat.bits(-0f)).isEqualTo((short) 0x8000);
		assertThat(HalfFloat.bits(65_504)).isEqualTo((short) 0x7BFF);
		assertThat(HalfFloat.bits(65_519)).isEqualTo((short) 0x7BFF);
		assertThat(HalfFloat.bits(65_520)).isEqualTo((short) 0x7C00);
		assertThat(HalfFloat.bits(0x1p-14f)).isEqualTo((short) 0x0400);
		assertThat(HalfFloat.bits(0x1p-24f)).isEqualTo((short) 1);
		assertThat(HalfFloat.bits(0x1p-25f)).isEqualTo((short) 0);
		assertThat(HalfFloat.bits(0x1.8p-24f)).isEqualTo((short) 2);
		assertThat(HalfFloat.bits(1 + 0x1p-11f)).isEqualTo((short) 0x3C00);
		assertThat(HalfFloat.bits(1 + 0x3p-11f)).isEqualTo((short) 0x3C02);
		assertThat(HalfFloat.bits(0x1.ffep-15f)).isEqualTo((short) 0x0400);
		assertThat(HalfFloat.bits(Float.NaN) & 0x7C00).isEqualTo(0x7C00);
	}

	@Test
	void everyHalfComesBackFromItsNumber() {
		for (int half = 0; half < 0x7C00; half++) {
			assertThat(HalfFloat.bits(number(half))).isEqualTo((short) half);
		}
	}

	@Test
	void aQueryTakesItsShapeFromItsVectors() {
		QueryVectors arrays = vectors(VectorQuery.of("c", "v", new float[] { 1, 2 }, new float[] { 3, 4 }));
		assertThat(arrays.dimension()).isEqualTo(2);
		assertThat(arrays.count()).isEqualTo(2);
		assertThat(vectors(VectorQuery.of("c", "v", DataType.VECTOR_FP32, VectorValue.json("[[1,2],[3,4]]"))))
			.isEqualTo(arrays);
		assertThat(
				vectors(VectorQuery.of("c", "v", DataType.VECTOR_FP32, VectorValue.json("[1,2,3,4]")).withShape(2, 2)))
			.isEqualTo(arrays);
		assertThat(
				vectors(VectorQuery.of("c", "v", DataType.VECTOR_FP32, VectorValue.bytes(arrays.bytes().toByteArray()))
					.withShape(2, 2)))
			.isEqualTo(arrays);
		assertThat(vectors(VectorQuery.of("c", "v", DataType.VECTOR_FP32, VectorValue.of(1, 2),
				VectorValue.bytes(arrays.bytes().substring(8).toByteArray()))))
			.isEqualTo(arrays);
	}

	@Test
	void theDimensionOfBitsCountsBits() {
		assertThat(vectors(VectorQuery.of("c", "v", DataType.VECTOR_BINARY64, VectorValue.json("[[1,2],[3,4]]"))))
			.satisfies((vectors) -> assertThat(vectors.dimension()).isEqualTo(128))
			.satisfies((vectors) -> assertThat(vectors.count()).isEqualTo(2));
		assertThat(
				vectors(VectorQuery.of("c", "v", DataType.VECTOR_BINARY32, VectorValue.bytes(new byte[8]))).dimension())
			.isEqualTo(64);
	}

	@Test
	void aQueryOfVectorsOfTwoDimensionsIsRefused() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> vectors(VectorQuery.of("c", "v", new float[] { 1, 2 }, new float[] { 3 })));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> vectors(VectorQuery.of("c", "v", new float[] { 1, 2, 3 }).withShape(2, 1)));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> vectors(VectorQuery.of("c", "v", new float[] { 1, 2 }).withShape(1, 3)));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> vectors(VectorQuery.of("c", "v")));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> vectors(VectorQuery.of("c", "v", new float[0])));
	}

	private static float number(int half) {
		int exponent = half >>> 10;
		int fraction = half & 0x3FF;
		return (exponent == 0) ? fraction * 0x1p-24f : (float) Math.scalb(1 + fraction / 1024d, exponent - 15);
	}

	private static ByteString pack(DataType type, int dimension, VectorValue vector) {
		return VectorPacking.pack(type, dimension, vector);
	}

	private static String hex(DataType type, int dimension, VectorValue vector) {
		return java.util.HexFormat.of().formatHex(pack(type, dimension, vector).toByteArray());
	}

	private static QueryVectors vectors(VectorQuery query) {
		return QueryVectors.of(query);
	}

}
