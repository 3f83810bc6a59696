package io.quiver.store.seekdb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.quiver.data.policy.Operation;
import io.quiver.data.policy.Safety;
import io.quiver.store.seekdb.model.Condition;
import io.quiver.store.seekdb.model.Distance;
import io.quiver.store.seekdb.model.FieldSchema;
import io.quiver.store.seekdb.model.FieldType;
import io.quiver.store.seekdb.model.Output;
import io.quiver.store.seekdb.model.Partition;
import io.quiver.store.seekdb.model.PartitionBound;
import io.quiver.store.seekdb.model.Partitioning;
import io.quiver.store.seekdb.model.QuickSchema;
import io.quiver.store.seekdb.model.Selection;
import io.quiver.store.seekdb.model.TableSchema;
import io.quiver.store.seekdb.model.VectorIndex;
import io.quiver.store.seekdb.model.WriteRequest;
import io.quiver.store.seekdb.server.SeekdbExtension;
import io.quiver.store.seekdb.server.SeekdbServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.InvalidDataAccessApiUsageException;

import static io.quiver.store.seekdb.ServerTables.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for writing to a {@link SeekdbTable} of the real server, and reading by keys.
 *
 * @author Quiver
 */
@ExtendWith(SeekdbExtension.class)
@DisplayName("S6: insert, upsert, update with a where clause, delete by ids and filter, get by ids; in partitions too")
class TableWritesTests {

	private static final TableSchema SCHEMA = TableSchema
		.of(FieldSchema.primary("id", FieldType.INT), FieldSchema.of("name", FieldType.varchar(20)).withNullable(),
				FieldSchema.of("count", FieldType.INT).withDefault(7), FieldSchema.vector("v", 2).withNullable())
		.withIndex(VectorIndex.hnsw("vi", "v", Distance.L2));

	private static SeekdbClient client;

	@BeforeAll
	static void connect(SeekdbServer server) {
		client = SeekdbClients.client(server);
	}

	@AfterAll
	static void close() {
		client.close();
	}

	@Test
	void insertStoresRowsOfDifferentFieldsAllOrNone() {
		SeekdbTable table = ServerTables.create(client, "writes_insert", SCHEMA);
		table.insert(List.of(row("id", 1, "name", "one"), row("count", 2, "id", 2), row("id", 3, "count", 3)));
		assertThat(table.get(1).get(0)).containsEntry("name", "one").containsEntry("count", 7).containsEntry("v", null);
		assertThat(table.get(3).get(0)).containsEntry("name", null).containsEntry("count", 3);
		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(
				() -> table.insert(WriteRequest.of(row("id", 4), row("id", 5), row("id", 1)).withChunks(1, 100)));
		assertThat(table.count()).isEqualTo(3);
	}

	@Test
	void manyRowsAreSentInChunksByCountAndByBytes() {
		SeekdbTable table = ServerTables.create(client, "writes_chunks", SCHEMA);
		List<Map<String, ?>> rows = new ArrayList<>();
		IntStream.range(0, 2_500).forEach((id) -> rows.add(row("id", id, "v", new float[] { id, 1 })));
		table.insert(WriteRequest.of(rows).withChunks(400, 10_000));
		assertThat(table.count()).isEqualTo(2_500);
		table.insert(List.of());
		Object[] ids = IntStream.range(-100, 2_400).boxed().toArray();
		assertThat(table.get(ids)).hasSize(2_400);
		assertThat(table.delete(ids)).isEqualTo(2_400);
		assertThat(table.count()).isEqualTo(100);
	}

	@Test
	void replaceForgetsWhatItIsNotGivenAndUpsertKeepsIt() {
		SeekdbTable table = ServerTables.create(client, "writes_upsert", SCHEMA);
		table.insert(List.of(row("id", 1, "name", "one", "count", 1), row("id", 2, "name", "two", "count", 2)));
		table.replace(WriteRequest.of(row("id", 1, "name", "uno"), row("id", 3, "name", "tre")));
		table.upsert(List.of(row("id", 2, "name", "due"), row("id", 4, "name", "quattro")));
		table.upsert(List.of(row("id", 4)));
		assertThat(table.get(1).get(0)).containsEntry("name", "uno").containsEntry("count", 7);
		assertThat(table.get(2).get(0)).containsEntry("name", "due").containsEntry("count", 2);
		assertThat(table.get(4).get(0)).containsEntry("name", "quattro").containsEntry("count", 7);
		assertThat(table.count()).isEqualTo(4);
	}

	@Test
	void updateSetsValuesWhereAConditionIsTrue() {
		SeekdbTable table = ServerTables.create(client, "writes_update", SCHEMA);
		table.insert(List.of(row("id", 1, "count", 1), row("id", 2, "count", 2), row("id", 3, "count", 3)));
		assertThat(table.update(row("name", "it's", "v", new float[] { 1, 2 }),
				Selection.where(Condition.of("`count` >= ? AND id <> ?", 2, 9))))
			.isEqualTo(2);
		assertThat(table.get(1).get(0)).containsEntry("name", null);
		assertThat(table.get(3).get(0)).containsEntry("name", "it's").containsEntry("v", new float[] { 1, 2 });
		assertThat(table.update(row("name", null), Selection.ids(2, 3).withWhere(Condition.field("count").lessThan(3))))
			.isEqualTo(1);
		assertThat(table.get(2).get(0)).containsEntry("name", null);
		assertThat(table.update(row("count", 0), Selection.all())).isEqualTo(3);
	}

	@Test
	void deleteTakesIdsAFilterOrBoth() {
		SeekdbTable table = ServerTables.create(client, "writes_delete", SCHEMA);
		IntStream.rangeClosed(1, 9).forEach((id) -> table.insert(List.of(row("id", id, "count", id))));
		assertThat(table.delete(1, 2, 100)).isEqualTo(2);
		assertThat(table.delete(Selection.where(Condition.field("count").in(3, 4)))).isEqualTo(2);
		assertThat(table.delete(Selection.ids(5, 6).withWhere(Condition.of("`count` > ?", 5)))).isEqualTo(1);
		assertThat(table.delete(Selection.ids(List.of()))).isZero();
		assertThat(table.count()).isEqualTo(4);
		assertThat(table.delete(Selection.all())).isEqualTo(4);
	}

	@Test
	void aKeyOfSeveralColumnsIsGivenInTheirOrder() {
		SeekdbTable table = ServerTables.create(client, "writes_composite",
				TableSchema.of(FieldSchema.primary("tenant", FieldType.varchar(10)),
						FieldSchema.primary("number", FieldType.INT), FieldSchema.of("name", FieldType.varchar(10))));
		table.insert(List.of(row("tenant", "a", "number", 1, "name", "a1"),
				row("tenant", "a", "number", 2, "name", "a2"), row("tenant", "b", "number", 1, "name", "b1")));
		assertThat(table.get(List.of("a", 2), List.of("b", 1), List.of("b", 2))).extracting((row) -> row.get("name"))
			.containsExactlyInAnyOrder("a2", "b1");
		assertThat(table.delete(List.of("a", 1))).isEqualTo(1);
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(() -> table.get("a"))
			.withMessageContaining("[tenant, number]");
	}

	@Test
	void getReturnsTheFieldsThatAreAskedForAsRowsOfAnyType() {
		SeekdbTable table = ServerTables.create(client, "writes_get", SCHEMA);
		table.insert(List.of(row("id", 1, "name", "one", "v", new float[] { 1, 2 })));
		assertThat(table.get(Selection.ids(1, 2), Output.fields("name", "id")))
			.containsExactly(row("name", "one", "id", 1));
		assertThat(table.as((row, number) -> row.getString(1)).get(Selection.ids(1), Output.fields("name")))
			.containsExactly("one");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> table.get(Selection.ids(1), Output.fields("nothing")))
			.withMessageContaining("'nothing'")
			.withMessageContaining("name");
	}

	@Test
	void everyWriteAndReadMayBeLimitedToPartitions() {
		SeekdbTable table = ServerTables.create(client, "writes_partitions",
				SCHEMA.withPartitioning(Partitioning.range("id", Partition.lessThan("p0", 100),
						Partition.lessThan("p1", 200), Partition.lessThan("p2", PartitionBound.MAXVALUE))));
		table.insert(WriteRequest.of(row("id", 1), row("id", 99)).withPartition("p0"));
		table.replace(WriteRequest.of(row("id", 150)).withPartition("p1"));
		table.upsert(WriteRequest.of(row("id", 250)).withPartition("p2"));
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> table.insert(WriteRequest.of(row("id", 5), row("id", 500)).withPartition("p0")));
		assertThat(table.count(Selection.all().withPartitions("p0"))).isEqualTo(2);
		assertThat(table.update(row("name", "x"), Selection.all().withPartitions("p0", "p1"))).isEqualTo(3);
		assertThat(table.get(Selection.ids(1, 150, 250).withPartitions("p1", "p2"), Output.fields("id")))
			.containsExactlyInAnyOrder(row("id", 150), row("id", 250));
		assertThat(table.delete(Selection.ids(1, 150).withPartitions("p1"))).isEqualTo(1);
		assertThat(table.delete(Selection.all().withPartitions("p0"))).isEqualTo(2);
		assertThat(table.count()).isEqualTo(1);
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> table.delete(Selection.all().withPartitions("p9")));
	}

	@Test
	void onlyWritesWhoseRowsHaveKeysOfTheirOwnMayBeRepeated(SeekdbServer server) {
		ServerTables.create(client, "writes_repeated",
				TableSchema.of(FieldSchema.autoId("id"), FieldSchema.of("name", FieldType.varchar(20)).withNullable()));
		RecordingCalls door = new RecordingCalls();
		try (SeekdbClient recorded = SeekdbClient.builder(SeekdbClients.pool(server)).calls(door).build()) {
			SeekdbTable table = recorded.table("writes_repeated");
			table.upsert(List.of(row("ID", 1, "name", "a")));
			table.replace(WriteRequest.of(row("id", 1), row("name", "b")));
			table.insert(List.of(row("id", 9)));
			table.update(row("name", "c"), Selection.ids(1));
			table.delete(1);
			table.delete(Selection.all());
		}
		assertThat(door.operations()).extracting(Operation::name, Operation::safety)
			.containsExactly(tuple("describe", Safety.READ), tuple("save", Safety.IDEMPOTENT_WRITE),
					tuple("save", Safety.WRITE), tuple("insert", Safety.WRITE), tuple("update", Safety.WRITE),
					tuple("delete", Safety.IDEMPOTENT_WRITE), tuple("delete-where", Safety.IDEMPOTENT_WRITE));
		assertThat(door.operations()).extracting(Operation::collection).containsOnly("writes_repeated");
	}

	@Test
	void vectorsThatTheServerWouldTakeAndThenFailOnAreRefused() {
		SeekdbTable table = ServerTables.create(client, "writes_vectors",
				QuickSchema.of(2).withMetric(Distance.COSINE).toSchema());
		List<Object> refused = List.of(new float[] { Float.NaN, 1 }, new float[] { 1, Float.POSITIVE_INFINITY },
				new float[] { 0, 0 }, new float[] { 1, 2, 3 }, List.of(0, 0), List.of("1", "2"), "[1,NaN]", true);
		for (Object vector : refused) {
			assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
				.isThrownBy(() -> table.insert(List.of(row("id", 1, "vector", vector))));
		}
		assertThat(table.count()).isZero();
		table.insert(List.of(row("id", 1, "vector", "[1,2]"), row("id", 2, "vector", new double[] { 1, 2 })));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> table.update(row("vector", new float[] { 0, 0 }), Selection.ids(1)))
			.withMessageContaining("takes no zero vector");
		assertThat(table.get(2).get(0)).containsEntry("vector", new float[] { 1, 2 });
	}

}
