package io.quiver.store.seekdb;

import java.util.List;

import io.quiver.store.seekdb.model.ColumnInfo;
import io.quiver.store.seekdb.model.FieldSchema;
import io.quiver.store.seekdb.model.FieldType;
import io.quiver.store.seekdb.model.Partitioning;
import io.quiver.store.seekdb.model.QuickSchema;
import io.quiver.store.seekdb.model.TableSchema;
import io.quiver.store.seekdb.model.TableStatistics;
import io.quiver.store.seekdb.server.SeekdbExtension;
import io.quiver.store.seekdb.server.SeekdbServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.dao.DataAccessException;

import static io.quiver.store.seekdb.ServerTables.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for what a {@link SeekdbTable} tells of itself, and for its end, in the real
 * server.
 *
 * @author Quiver
 */
@ExtendWith(SeekdbExtension.class)
@DisplayName("S4: has, describe, statistics, drop")
class DescribeTableTests {

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
	void aTableExistsFromItsCreationToItsDrop() {
		SeekdbTables tables = client.tables();
		tables.dropIfPresent("describe_exists");
		assertThat(tables.exists("describe_exists")).isFalse();
		assertThat(tables.describe("describe_exists")).isEmpty();
		tables.create("describe_exists", QuickSchema.of(2));
		assertThat(tables.exists("describe_exists")).isTrue();
		assertThat(tables.list()).contains("describe_exists").isSorted().allMatch((name) -> !name.startsWith("__"));
		assertThat(tables.exists("DESCRIBE_EXISTS")).isTrue();
		assertThat(tables.exists("describe_éxists")).isFalse();
		assertThat(tables.describe("describe_exists").orElseThrow().name()).isEqualTo("describe_exists");
		tables.drop("describe_exists");
		assertThat(tables.exists("describe_exists")).isFalse();
		tables.dropIfPresent("describe_exists");
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> tables.drop("describe_exists"));
	}

	@Test
	void theStatisticsCountRowsIndexesAndPartitions() {
		SeekdbTable table = ServerTables.create(client, "describe_stats",
				QuickSchema.of(2).toSchema().withPartitioning(Partitioning.key(3)));
		table.insert(
				List.of(row("id", 1, "vector", new float[] { 1, 2 }), row("id", 2, "vector", new float[] { 1, 2 })));
		assertThat(client.tables().statistics(table.name())).isEqualTo(new TableStatistics(2, 2, 3));
		assertThat(table.count()).isEqualTo(2);
	}

	@Test
	void aTableIsRenamedWithItsRows() {
		SeekdbTable table = ServerTables.create(client, "describe_old", QuickSchema.of(2).toSchema());
		client.tables().dropIfPresent("describe_new");
		table.insert(List.of(row("id", 1, "vector", new float[] { 1, 2 })));
		SeekdbTable renamed = client.tables().rename(table.name(), "describe_new");
		assertThat(renamed.name()).isEqualTo("describe_new");
		assertThat(renamed.count()).isEqualTo(1);
		assertThat(client.tables().exists(table.name())).isFalse();
	}

	@Test
	void truncateLeavesAnEmptyTable() {
		SeekdbTable table = ServerTables.create(client, "describe_truncated", QuickSchema.of(2).toSchema());
		table.insert(List.of(row("id", 1, "vector", new float[] { 1, 2 })));
		client.tables().truncate(table.name());
		assertThat(table.count()).isZero();
	}

	@Test
	void fieldsAreAddedAndDropped() {
		SeekdbTable table = ServerTables.create(client, "describe_fields",
				TableSchema.of(FieldSchema.primary("id", FieldType.INT)));
		table.insert(List.of(row("id", 1)));
		table.fields()
			.add(FieldSchema.of("a", FieldType.varchar(10)).withDefault("it's"),
					FieldSchema.of("b", FieldType.INT).withNullable());
		assertThat(table.get(1).get(0)).containsEntry("a", "it's").containsEntry("b", null);
		table.fields().drop("b");
		assertThat(table.fields().list()).extracting(ColumnInfo::name).containsExactly("id", "a");
	}

}
