package io.quiver.store.proxima;

import java.util.Arrays;
import java.util.List;

import io.quiver.store.proxima.model.CollectionConfig;
import io.quiver.store.proxima.model.DatabaseRepository;
import io.quiver.store.proxima.model.DataType;
import io.quiver.store.proxima.model.IndexColumnMeta;
import io.quiver.store.proxima.model.IndexColumnParam;
import io.quiver.store.proxima.model.OperationType;
import io.quiver.store.proxima.model.Row;
import io.quiver.store.proxima.model.RowMeta;
import io.quiver.store.proxima.model.VectorValue;
import io.quiver.store.proxima.model.WriteRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * What is refused before it is sent.
 *
 * @author Quiver
 */
class NamesTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "a/b", "a\\b", "..", "a..b", ".hidden", "a b", "a\nb", "a%20b", "\u00e9t\u00e9", "a?b",
			"{a}" })
	void aCollectionNameThatCouldBeAPathIsRefused(String name) {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(() -> Names.collection(name))
			.withMessageContaining("is not allowed")
			.withMessageNotContaining("\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "A-1_b.c", "0" })
	void aPlainCollectionNameIsTaken(String name) {
		assertThat(Names.collection(name)).isEqualTo(name);
	}

	@Test
	void aForwardColumnWithACommaIsRefused() {
		CollectionConfig config = CollectionConfig.of("c", IndexColumnParam.of("v", 2)).withForwardColumns("a,b");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> ProximaRequests.create(config))
			.withMessageContaining("two columns");
		RowMeta meta = RowMeta.of(new IndexColumnMeta("v", DataType.VECTOR_FP32, 2))
			.withForwardColumn("a,b", DataType.STRING);
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(
				() -> ProximaRequests.write(WriteRequest.of("c", meta, Row.insert(1, VectorValue.of(1f, 2f), "x"))));
	}

	@Test
	void twoColumnsOfOneKindAndNameAreRefused() {
		CollectionConfig config = CollectionConfig.of("c", IndexColumnParam.of("v", 2));
		RowMeta meta = RowMeta.of(new IndexColumnMeta("v", DataType.VECTOR_FP32, 2));
		assertThatNoException().isThrownBy(() -> ProximaRequests.create(config.withForwardColumns("v", "a")));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> ProximaRequests
				.create(CollectionConfig.of("c", IndexColumnParam.of("v", 2), IndexColumnParam.of("v", 3))))
			.withMessageContaining("two index columns 'v'");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> ProximaRequests.create(config.withForwardColumns("a", "b", "a")))
			.withMessageContaining("two forward columns 'a'");
		RowMeta twice = RowMeta.of(meta.indexColumns().get(0), meta.indexColumns().get(0));
		assertRefused(WriteRequest.of("c", twice, new Row(1, OperationType.INSERT,
				List.of(VectorValue.of(1f, 2f), VectorValue.of(1f, 2f)), List.of(), null)));
		assertRefused(WriteRequest.of("c",
				meta.withForwardColumn("a", DataType.STRING).withForwardColumn("a", DataType.STRING),
				Row.insert(1, VectorValue.of(1f, 2f), "x", "y")));
	}

	@Test
	void aCollectionThatNoVectorFitsIsRefused() {
		for (IndexColumnParam column : new IndexColumnParam[] { IndexColumnParam.of("v", 0), IndexColumnParam.of("", 2),
				IndexColumnParam.of("v", 3).withDataType(DataType.VECTOR_INT4),
				IndexColumnParam.of("v", 33).withDataType(DataType.VECTOR_BINARY32),
				IndexColumnParam.of("v", 2).withDataType(DataType.STRING) }) {
			assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
				.isThrownBy(() -> ProximaRequests.create(CollectionConfig.of("c", column)));
		}
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> ProximaRequests.create(CollectionConfig.of("c")));
	}

	@Test
	void theKeyThatTheServerDoesNotFindIsRefused() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> ProximaRequests.get("c", -1))
			.withMessageContaining("2^64-1");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> ProximaRequests.write(WriteRequest.of("c", null, Row.delete(-1))));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> ProximaRequests.delete("c", List.of(1L, -1L)));
		assertThat(ProximaRequests.get("c", -2).message().getPrimaryKey()).isEqualTo(-2);
	}

	@Test
	@SuppressWarnings("NullAway")
	void aKeyThatIsNullIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> ProximaRequests.delete("c", Arrays.asList(1L, null)))
			.withMessageContaining("'keys'");
	}

	@Test
	void rowsThatDoNotFitTheirMetaAreRefused() {
		RowMeta meta = RowMeta.of(new IndexColumnMeta("v", DataType.VECTOR_FP32, 2));
		assertRefused(WriteRequest.of("c", meta));
		assertRefused(WriteRequest.of("c", null, Row.insert(1, VectorValue.of(1f, 2f))));
		assertRefused(WriteRequest.of("c", meta, Row.insert(1, VectorValue.of(1f, 2f), "too much")));
		assertRefused(WriteRequest.of("c", meta, new Row(1, OperationType.UPDATE, List.of(), List.of(), null)));
		assertRefused(WriteRequest.of("c", meta.withForwardColumn("n", DataType.INT32),
				Row.insert(1, VectorValue.of(1f, 2f), "no number")));
		assertRefused(WriteRequest.of("c", meta.withForwardColumn("n", DataType.INT32),
				Row.insert(1, VectorValue.of(1f, 2f), 1L << 32)));
		assertRefused(WriteRequest.of("c", meta.withForwardColumn("n", DataType.UINT32),
				Row.insert(1, VectorValue.of(1f, 2f), -1)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\uD800x", "x\uDC00", "\uD83D\uDE00\uDE00", "\uD83D\uD83D\uDE00", "\uD83D" })
	void aStringWithoutAFormInUtf8IsRefused(String text) {
		RowMeta meta = RowMeta.of(new IndexColumnMeta("v", DataType.VECTOR_FP32, 2))
			.withForwardColumn("s", DataType.STRING);
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(
				() -> ProximaRequests.write(WriteRequest.of("c", meta, Row.insert(1, VectorValue.of(1f, 2f), text))))
			.withMessageContaining("'s'")
			.withMessageContaining("surrogate");
		assertThatNoException().isThrownBy(() -> ProximaRequests.write(
				WriteRequest.of("c", meta, Row.insert(1, VectorValue.of(1f, 2f), "a\u00e9\uD83D\uDE00\uD83D\uDE00z"))));
	}

	@Test
	void aPasswordIsShownNowhere() {
		DatabaseRepository repository = new DatabaseRepository("r", "mysql://h:1/d", "t", "u", "s3cret");
		CollectionConfig config = CollectionConfig.of("c", IndexColumnParam.of("v", 2)).withRepository(repository);
		assertThat(config.toString()).contains("mysql://h:1/d").doesNotContain("s3cret");
	}

	private static void assertRefused(WriteRequest request) {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> ProximaRequests.write(request));
	}

}
