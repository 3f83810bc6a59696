package io.quiver.store.proxima;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.quiver.data.policy.Operation;
import io.quiver.data.policy.Safety;
import io.quiver.data.policy.SearchTrace;
import io.quiver.store.proxima.model.CollectionConfig;
import io.quiver.store.proxima.model.DataType;
import io.quiver.store.proxima.model.IndexColumnMeta;
import io.quiver.store.proxima.model.IndexColumnParam;
import io.quiver.store.proxima.model.Row;
import io.quiver.store.proxima.model.RowMeta;
import io.quiver.store.proxima.model.VectorQuery;
import io.quiver.store.proxima.model.VectorValue;
import io.quiver.store.proxima.model.WriteRequest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * @author Quiver
 */
class ProximaOperationsTests {

	private static final RowMeta META = RowMeta.of(new IndexColumnMeta("v", DataType.VECTOR_FP32, 2));

	private static final VectorValue VECTOR = VectorValue.of(1f, 2f);

	@Test
	void aWriteMayBeRepeatedIfItOnlyUpdatesOrOnlyDeletes() {
		assertThat(safety(Row.update(1, VECTOR), Row.update(2, VECTOR))).isEqualTo(Safety.IDEMPOTENT_WRITE);
		assertThat(safety(Row.update(1, VECTOR), Row.delete(2))).isEqualTo(Safety.WRITE);
		assertThat(safety(Row.delete(1), Row.insert(2, VECTOR))).isEqualTo(Safety.WRITE);
		assertThat(safety(Row.insert(1, VECTOR))).isEqualTo(Safety.WRITE);
		assertThat(safety(Row.delete(1), Row.delete(2))).isEqualTo(Safety.IDEMPOTENT_WRITE);
		assertThat(safety(Row.update(1, VECTOR), Row.insert(2, VECTOR))).isEqualTo(Safety.WRITE);
	}

	@Test
	void toCreateFailsIfItIsRepeated() {
		Operation create = ProximaRequests.create(CollectionConfig.of("c", IndexColumnParam.of("v", 2))).operation();
		assertThat(create.safety()).isEqualTo(Safety.WRITE);
		assertThat(create.name()).isEqualTo("create");
		assertThat(create.collection()).isEqualTo("c");
	}

	@Test
	void everyCallIsOneOfTheOperations() {
		assertThat(ProximaClient.OPERATIONS).extracting(Operation::name).doesNotHaveDuplicates();
		assertThat(List.of(ProximaRequests.describe("c").operation(), ProximaRequests.stats("c").operation(),
				ProximaRequests.drop("c").operation(), ProximaRequests.list("").operation(),
				ProximaRequests.delete("c", List.of(1L)).operation(), ProximaRequests.get("c", 1).operation(),
				ProximaRequests.version().operation(), ProximaOperations.CREATE, ProximaOperations.WRITE_EACH,
				ProximaRequests.query(VectorQuery.of("c", "v", new float[] { 1 })).operation()))
			.extracting(Operation::name)
			.isSubsetOf(ProximaClient.OPERATIONS.stream().map(Operation::name).collect(Collectors.toSet()));
	}

	@Test
	void aQueryTellsWhatIsWorthTracing() {
		Operation nearest = ProximaRequests.query(VectorQuery.of("c", "v", new float[] { 1, 2 }).withTopK(7))
			.operation();
		assertThat(nearest.name()).isEqualTo("nearest");
		assertThat(nearest.search()).isNotNull()
			.extracting(Supplier::get)
			.isEqualTo(new SearchTrace("v", 2, 7, null, null));
	}

	private static Safety safety(Row... rows) {
		return ProximaRequests.write(WriteRequest.of("c", META, rows)).operation().safety();
	}

}
