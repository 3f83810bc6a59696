package io.quiver.store.proxima;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import com.google.protobuf.ByteString;
import io.quiver.data.core.query.Metric;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.Column.ListColumn;
import io.quiver.data.store.Column.ValueColumn;
import io.quiver.data.store.Column.VectorColumn;
import io.quiver.data.store.ColumnType;
import io.quiver.data.store.Projection;
import io.quiver.data.store.Row;
import io.quiver.store.proxima.proto.Document;
import io.quiver.store.proxima.proto.GenericKeyValue;
import io.quiver.store.proxima.proto.GenericValue;
import io.quiver.store.proxima.proto.WriteRequest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * @author Quiver
 */
@DisplayName("P8 and P9: rows of the port on the wire")
class ProximaRowsTests {

	private static ProximaRows rows(Metric metric, Column... more) {
		List<Column> columns = new ArrayList<>(
				List.of(new KeyColumn("id", ColumnType.LONG, false), new VectorColumn("v", 2, metric, true)));
		columns.addAll(List.of(more));
		return new ProximaRows(new CollectionSpec("c", columns), false);
	}

	private static Column value(String name, ColumnType type) {
		return new ValueColumn(name, type, true, false, false, false);
	}

	private static float[] floats(ByteString bytes) {
		ByteBuffer buffer = bytes.asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
		return new float[] { buffer.getFloat(), buffer.getFloat() };
	}

	@Test
	void theMetaNamesTheVectorsThatARowHas() {
		ProximaRows rows = rows(Metric.EUCLIDEAN, new VectorColumn("w", 3, Metric.EUCLIDEAN, true));
		Row second = Row.of(1L, null, new float[] { 1, 2, 3 });
		assertThat(rows.request(rows.mask(second)).getRowMeta().getIndexColumnMetasList()).singleElement()
			.satisfies((meta) -> {
				assertThat(meta.getColumnName()).isEqualTo("w");
				assertThat(meta.getDimension()).isEqualTo(3);
			});
		assertThat(rows.write(second).getIndexColumnValues().getValuesCount()).isOne();
		Row none = Row.of(1L, null, null);
		assertThat(rows.request(rows.mask(none)).getRowMeta().getIndexColumnMetasList()).singleElement()
			.extracting(WriteRequest.IndexColumnMeta::getColumnName)
			.isEqualTo("_without_vector");
		assertThat(rows.request(rows.mask(none)).getRowMeta().getForwardColumnNamesList()).containsExactly("v", "w");
		assertThat(rows.write(none).getIndexColumnValues().getValues(0).getBytesValue().size()).isEqualTo(16);
	}

	@Test
	void aVectorGoesAsItIsAndUnderCosineAsAUnitVectorBesideIt() {
		Row row = Row.of(1L, new float[] { 3, 4 });
		WriteRequest.Row plain = rows(Metric.INNER_PRODUCT).write(row).build();
		assertThat(floats(plain.getIndexColumnValues().getValues(0).getBytesValue())).containsExactly(3, 4);
		WriteRequest.Row cosine = rows(Metric.COSINE).write(row).build();
		assertThat(floats(cosine.getIndexColumnValues().getValues(0).getBytesValue())).containsExactly(0.6f, 0.8f);
		assertThat(floats(cosine.getForwardColumnValues().getValues(0).getBytesValue())).containsExactly(3, 4);
	}

	@Test
	void refusesVectorsThatCannotBeCompared() {
		for (float[] vector : new float[][] { { 1 }, { Float.NaN, 1 }, { Float.POSITIVE_INFINITY, 1 } }) {
			for (Metric metric : Metric.values()) {
				assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
					.isThrownBy(() -> rows(metric).write(Row.of(1L, vector)))
					.withMessageContaining("'v'");
			}
		}
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> rows(Metric.COSINE).write(Row.of(1L, new float[2])));
	}

	@Test
	void valuesGoAsTheirTypeAndNullsAsNothing() {
		ProximaRows rows = rows(Metric.EUCLIDEAN, value("i", ColumnType.INTEGER), value("l", ColumnType.LONG),
				value("b", ColumnType.BOOLEAN), value("f", ColumnType.FLOAT), value("d", ColumnType.DOUBLE),
				value("s", ColumnType.STRING), value("t", ColumnType.DATE),
				new ListColumn("n", ColumnType.STRING, true));
		var values = rows.write(Row.of(1L, null, 1, 2L, true, 3f, 4d, "say \"x\"", LocalDate.EPOCH, List.of("a")))
			.getForwardColumnValues()
			.getValuesList();
		assertThat(values).extracting(GenericValue::getValueOneofCase)
			.containsExactly(GenericValue.ValueOneofCase.VALUEONEOF_NOT_SET, GenericValue.ValueOneofCase.INT32_VALUE,
					GenericValue.ValueOneofCase.INT64_VALUE, GenericValue.ValueOneofCase.BOOL_VALUE,
					GenericValue.ValueOneofCase.FLOAT_VALUE, GenericValue.ValueOneofCase.DOUBLE_VALUE,
					GenericValue.ValueOneofCase.STRING_VALUE, GenericValue.ValueOneofCase.STRING_VALUE,
					GenericValue.ValueOneofCase.BYTES_VALUE);
		assertThat(values.get(7).getStringValue()).isEqualTo("1970-01-01");
	}

	@Test
	void numbersOfOtherClientsAreReadWhereTheyFit() {
		ProximaRows rows = rows(Metric.EUCLIDEAN, value("i", ColumnType.INTEGER), value("d", ColumnType.DOUBLE));
		assertThat(read(rows, GenericValue.newBuilder().setUint64Value(7).build(),
				GenericValue.newBuilder().setInt32Value(3).build()))
			.isEqualTo(Row.of(7, 3d));
		assertThatExceptionOfType(InvalidDataAccessResourceUsageException.class)
			.isThrownBy(() -> read(rows, GenericValue.newBuilder().setUint64Value(1L << 40).build(),
					GenericValue.getDefaultInstance()))
			.withMessageContaining("'i'");
	}

	private static Row read(ProximaRows rows, GenericValue first, GenericValue second) {
		Document document = Document.newBuilder()
			.setPrimaryKey(1)
			.addForwardColumnValues(GenericKeyValue.newBuilder().setKey("d").setValue(second))
			.addForwardColumnValues(GenericKeyValue.newBuilder().setKey("i").setValue(first))
			.build();
		return rows.reader(Projection.of(2, 3)).read(document);
	}

}
