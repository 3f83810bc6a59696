package io.quiver.store.seekdb;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.quiver.store.seekdb.model.Distance;
import io.quiver.store.seekdb.model.FieldSchema;
import io.quiver.store.seekdb.model.FieldType;
import io.quiver.store.seekdb.model.Partition;
import io.quiver.store.seekdb.model.PartitionBound;
import io.quiver.store.seekdb.model.PartitionInfo;
import io.quiver.store.seekdb.model.Partitioning;
import io.quiver.store.seekdb.model.SearchRequest;
import io.quiver.store.seekdb.model.Selection;
import io.quiver.store.seekdb.model.TableSchema;
import io.quiver.store.seekdb.model.VectorIndex;
import io.quiver.store.seekdb.server.SeekdbExtension;
import io.quiver.store.seekdb.server.SeekdbServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataAccessException;

import static io.quiver.store.seekdb.ServerTables.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link SeekdbPartitions} in the real server.
 *
 * @author Quiver
 */
@Tag("any-java")
@ExtendWith(SeekdbExtension.class)
@DisplayName("S10: partitions by range, range columns, list, list columns, hash and key, and sub-partitions of each")
class TablePartitionsTests {

	private static final List<String> C = List.of("c");

	private static final List<String> NC = List.of("n", "c");

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
	void everyKindOfPartitionsIsCreatedWithATableAndTakesItsRows() {
		List<Partitioning> kinds = List.of(
				Partitioning.range("n", Partition.lessThan("p0", 10),
						Partition.lessThan("p1", PartitionBound.MAXVALUE)),
				Partitioning.range("n", Partition.lessThan("p0", 1), Partition.lessThan("p1", PartitionBound.MAXVALUE))
					.withExpression("n DIV 10"),
				Partitioning.rangeColumns(C, Partition.lessThan("p0", "b'"),
						Partition.lessThan("p1", PartitionBound.MAXVALUE)),
				Partitioning.rangeColumns(NC, Partition.lessThan("p0", 10, "x"),
						Partition.lessThan("p1", PartitionBound.MAXVALUE, PartitionBound.MAXVALUE)),
				Partitioning.list("n", Partition.in("p0", 1, 2, 3), Partition.in("p1", PartitionBound.DEFAULT)),
				Partitioning.listColumns(C, Partition.in("p0", "a", "it's"),
						Partition.in("p1", PartitionBound.DEFAULT)),
				Partitioning.listColumns(NC, Partition.in("p0", List.of(1, "a"), List.of(2, "b")),
						Partition.in("p1", PartitionBound.DEFAULT)),
				Partitioning.hash("n", 3), Partitioning.hash("n", 1).withNames("one", "two"), Partitioning.key(2),
				Partitioning.key(NC, 3));
		for (Partitioning kind : kinds) {
			SeekdbTable table = filled("partitions_kinds", schema().withPartitioning(kind));
			List<PartitionInfo> partitions = table.partitions().list();
			assertThat(partitions).as(kind.toString())
				.hasSize((kind.count() > 0) ? kind.count() : kind.partitions().size());
			assertThat(partitions.stream()
				.mapToLong((partition) -> table.count(Selection.all().withPartitions(partition.address())))
				.sum()).isEqualTo(table.count());
			assertThat(partitions).allSatisfy((partition) -> {
				assertThat(partition.subpartition()).isNull();
				assertThat(partition.method()).isNotBlank();
			});
		}
	}

	@Test
	void everyKindOfSubpartitionsIsCreatedWithATableAndTakesItsRows() {
		Partitioning first = Partitioning.range("n", Partition.lessThan("p0", 10),
				Partition.lessThan("p1", PartitionBound.MAXVALUE));
		List<Partitioning> kinds = List.of(
				Partitioning.range("id", Partition.lessThan("a", 5), Partition.lessThan("b", PartitionBound.MAXVALUE)),
				Partitioning.rangeColumns(C, Partition.lessThan("a", "m"),
						Partition.lessThan("b", PartitionBound.MAXVALUE)),
				Partitioning.list("id", Partition.in("a", 1, 2), Partition.in("b", PartitionBound.DEFAULT)),
				Partitioning.listColumns(C, Partition.in("a", "a", "b"), Partition.in("b", PartitionBound.DEFAULT)),
				Partitioning.hash("id", 3), Partitioning.key(C, 2));
		for (Partitioning kind : kinds) {
			SeekdbTable table = filled("partitions_sub", schema().withPartitioning(first.withSubpartitions(kind)));
			List<PartitionInfo> partitions = table.partitions().list();
			assertThat(partitions).as(kind.toString())
				.hasSize(2 * ((kind.count() > 0) ? kind.count() : kind.partitions().size()));
			assertThat(partitions.stream()
				.mapToLong((partition) -> table.count(Selection.all().withPartitions(partition.address())))
				.sum()).isEqualTo(table.count());
			assertThat(table.count(Selection.all().withPartitions("p0"))).isEqualTo(9);
		}
		SeekdbTable counted = filled("partitions_sub_counted",
				schema().withPartitioning(Partitioning.hash("id", 2).withSubpartitions(Partitioning.key(C, 3))));
		assertThat(counted.partitions().list()).hasSize(6);
	}

	@Test
	void partitionsAreAddedTruncatedAndDroppedWithTheirRows() {
		SeekdbTable table = filled("partitions_changed", schema()
			.withPartitioning(Partitioning.range("n", Partition.lessThan("p0", 10), Partition.lessThan("p1", 20))));
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> table.insert(List.of(values(25))));
		table.partitions().add(Partition.lessThan("p2", 30), Partition.lessThan("p3", 40));
		table.insert(List.of(values(25), values(35)));
		assertThat(nearest(table, 25)).isEqualTo(25);
		table.partitions().truncate("p0", "p3");
		assertThat(table.count()).isEqualTo(11);
		table.partitions().drop("p1", "p3");
		assertThat(table.count()).isEqualTo(1);
		assertThat(nearest(table, 1)).isEqualTo(25);
		assertThat(table.partitions().list()).extracting(PartitionInfo::name).containsExactly("p0", "p2");
		assertThat(table.partitions().list()).extracting(PartitionInfo::description).containsExactly("10", "30");
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> table.partitions().drop("p9"));
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> table.partitions().add(Partition.lessThan("low", 5)));
	}

	@Test
	void partitionsOfAListAreAdded() {
		SeekdbTable table = filled("partitions_list", schema()
			.withPartitioning(Partitioning.listColumns(C, Partition.in("p0", "c"), Partition.in("p1", "d"))));
		table.partitions().add(Partition.in("p2", "it's", "b"));
		table.insert(List.of(row("id", 100, "n", 1, "c", "it's", "v", new float[] { 1, 1 })));
		assertThat(table.count(Selection.all().withPartitions("p2"))).isEqualTo(1);
	}

	@Test
	void subpartitionsAreTruncatedAndDropped() {
		SeekdbTable table = filled("partitions_sub_changed",
				schema().withPartitioning(Partitioning
					.range("n", Partition.lessThan("p0", 10), Partition.lessThan("p1", PartitionBound.MAXVALUE))
					.withSubpartitions(Partitioning.range("id", Partition.lessThan("a", 5),
							Partition.lessThan("b", PartitionBound.MAXVALUE)))));
		assertThat(table.partitions().list()).extracting(PartitionInfo::address)
			.containsExactlyInAnyOrder("p0sa", "p0sb", "p1sa", "p1sb");
		table.partitions().truncateSubpartitions("p0sa");
		assertThat(table.count()).isEqualTo(15);
		table.partitions().dropSubpartitions("p0sb");
		assertThat(table.count()).isEqualTo(10);
	}

	@Test
	void aTableThatIsThereIsDivided() {
		SeekdbTable table = filled("partitions_later", schema());
		assertThat(table.partitions().list()).isEmpty();
		table.partitions()
			.divide(Partitioning.rangeColumns(C, Partition.lessThan("p0", "d"),
					Partition.lessThan("p1", PartitionBound.MAXVALUE)));
		assertThat(table.partitions().list()).extracting(PartitionInfo::name).containsExactly("p0", "p1");
		assertThat(table.count()).isEqualTo(19);
		assertThat(nearest(table, 7)).isEqualTo(7);
	}

	@Test
	void daysDivideATable() {
		SeekdbTable table = ServerTables.create(client, "partitions_days",
				TableSchema.of(FieldSchema.primary("day", FieldType.DATE))
					.withPartitioning(Partitioning.rangeColumns(List.of("day"),
							Partition.lessThan("y25", LocalDate.of(2026, 1, 1)),
							Partition.lessThan("rest", PartitionBound.MAXVALUE))));
		table.insert(List.of(row("day", LocalDate.of(2025, 12, 31)), row("day", LocalDate.of(2026, 1, 1))));
		assertThat(table.count(Selection.all().withPartitions("y25"))).isEqualTo(1);
	}

	private static Object nearest(SeekdbTable table, int id) {
		return table.as((row, number) -> row.getInt(1))
			.search(SearchRequest.of("v", new float[] { id, 0 }, Distance.L2).withFields("id").withLimit(1))
			.get(0)
			.content();
	}

	private static TableSchema schema() {
		return TableSchema
			.of(FieldSchema.primary("id", FieldType.INT), FieldSchema.primary("n", FieldType.INT),
					FieldSchema.primary("c", FieldType.varchar(20)), FieldSchema.vector("v", 2))
			.withIndex(VectorIndex.hnsw("vi", "v", Distance.L2));
	}

	private static Map<String, ?> values(int id) {
		return row("id", id, "n", id, "c", (id % 2 == 0) ? "c" : "d", "v", new float[] { id, 0 });
	}

	private static SeekdbTable filled(String name, TableSchema schema) {
		SeekdbTable table = ServerTables.create(client, name, schema);
		table.insert(IntStream.range(1, 20).mapToObj(TablePartitionsTests::values).toList());
		return table;
	}

}
