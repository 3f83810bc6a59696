package io.quiver.store.seekdb;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.quiver.store.seekdb.model.ColumnIndex;
import io.quiver.store.seekdb.model.ColumnInfo;
import io.quiver.store.seekdb.model.Condition;
import io.quiver.store.seekdb.model.Distance;
import io.quiver.store.seekdb.model.FieldSchema;
import io.quiver.store.seekdb.model.FieldType;
import io.quiver.store.seekdb.model.FullTextIndex;
import io.quiver.store.seekdb.model.IndexInfo;
import io.quiver.store.seekdb.model.Output;
import io.quiver.store.seekdb.model.OutputExpression;
import io.quiver.store.seekdb.model.Partition;
import io.quiver.store.seekdb.model.PartitionBound;
import io.quiver.store.seekdb.model.PartitionInfo;
import io.quiver.store.seekdb.model.Partitioning;
import io.quiver.store.seekdb.model.QueryRequest;
import io.quiver.store.seekdb.model.SearchRequest;
import io.quiver.store.seekdb.model.Selection;
import io.quiver.store.seekdb.model.TableDescription;
import io.quiver.store.seekdb.model.TableSchema;
import io.quiver.store.seekdb.model.TextRequest;
import io.quiver.store.seekdb.model.VectorIndex;
import io.quiver.store.seekdb.model.WriteRequest;
import io.quiver.store.seekdb.server.SeekdbExtension;
import io.quiver.store.seekdb.server.SeekdbServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static io.quiver.store.seekdb.ServerTables.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for names and values that would do harm if they became SQL, in the real server.
 *
 * @author Quiver
 */
@Tag("any-java")
@ExtendWith(SeekdbExtension.class)
@DisplayName("S2-S8, S10, S12: hostile names are quoted harmlessly or refused, hostile values are kept as they are")
class HostileTableTests {

	private static SeekdbClient client;

	@BeforeAll
	static void connect(SeekdbServer server) {
		client = SeekdbClients.client(server);
		ServerTables.create(client, "hostile_victim", TableSchema.of(FieldSchema.primary("id", FieldType.INT)))
			.insert(List.of(row("id", 1)));
	}

	@AfterAll
	static void close() {
		assertThat(client.table("hostile_victim").count()).isEqualTo(1);
		client.close();
	}

	static List<String> names() {
		return List.of("a'b", "a\"b", "a; DROP TABLE hostile_victim; --", "a?b", "?", " a b", "a😀b", "a\\b", "a\\? b",
				"--", "/*a*/", "{d 'x'}", "a\nb", "select", "a%sb", "a) WITH (b", "$1", "a#b", "\u00e4");
	}

	static List<String> values() {
		return List.of("'; DROP TABLE hostile_victim; --", "it's", "\"", "`", "\\", "\\'", "a\\", "\0", "a\0b", "😀",
				"?", "{d '2020-01-01'}", "%_", " ", " a ", "\r\n\t\b\u001a", "/*!50000 x*/", "-- ", "#", "${x}",
				"x".repeat(200));
	}

	@ParameterizedTest
	@MethodSource("names")
	void aHostileNameIsQuotedWhereverANameStands(String name) {
		SeekdbTable table = client.table("t" + name);
		String column = "c" + name;
		String vector = "v" + name;
		client.tables().dropIfPresent(table.name());
		client.tables()
			.create(table.name(),
					TableSchema
						.of(FieldSchema.primary("k" + name, FieldType.INT), FieldSchema.primary("part", FieldType.INT),
								FieldSchema.of(column, FieldType.LONGTEXT).withComment(name),
								FieldSchema.of("j" + name, FieldType.JSON), FieldSchema.vector(vector, 2))
						.withIndex(VectorIndex.hnsw("vi" + name, vector, Distance.L2))
						.withIndex(FullTextIndex.of("fi" + name, column))
						.withPartitioning(Partitioning.range("part", Partition.lessThan("p" + name, 10),
								Partition.lessThan("q" + name, PartitionBound.MAXVALUE)))
						.withComment(name));
		Map<String, @Nullable Object> first = row("k" + name, 1, "part", 1, column, name, "j" + name, Map.of("x", name),
				vector, new float[] { 1, 0 });
		table.insert(WriteRequest.of(first).withPartition("p" + name));
		table.upsert(WriteRequest
			.of(row("k" + name, 2, "part", 2, column, "other words", "j" + name, "{}", vector, List.of(0, 1)))
			.withPartition("p" + name));
		table.replace(WriteRequest
			.of(row("k" + name, 20, "part", 20, column, "far", "j" + name, "{}", vector, List.of(9, 9))));
		reads(table, name);
		assertThat(table.update(row(column, name + name), Selection.where(Condition.field(column).equalTo(name))))
			.isEqualTo(1);
		TableDescription description = client.tables().describe(table.name()).orElseThrow();
		assertThat(description.columns()).extracting(ColumnInfo::name)
			.containsExactly("k" + name, "part", column, "j" + name, vector);
		assertThat(description.index("vi" + name).orElseThrow().fits(Distance.L2)).isTrue();
		ServerTables.patiently(() -> table.indexes().rebuild("vi" + name, 0));
		table.indexes().drop("vi" + name);
		table.indexes().create(ColumnIndex.of("oi" + name, "k" + name, "part").withUnique());
		assertThat(table.indexes().list()).extracting(IndexInfo::name).contains("oi" + name, "fi" + name);
		assertThat(table.partitions().list()).extracting(PartitionInfo::name).containsExactly("p" + name, "q" + name);
		table.partitions().truncate("q" + name);
		table.partitions().drop("q" + name);
		assertThat(table.delete(List.of(1, 1))).isEqualTo(1);
		client.tables().dropIfPresent("n" + name);
		SeekdbTable renamed = client.tables().rename(table.name(), "n" + name);
		assertThat(renamed.count()).isEqualTo(1);
		client.tables().drop(renamed.name());
		assertThat(client.tables().exists(renamed.name())).isFalse();
	}

	private static void reads(SeekdbTable table, String name) {
		String column = "c" + name;
		assertThat(table.get(List.of(1, 1))).extracting((row) -> row.get(column)).containsExactly(name);
		assertThat(table.query(QueryRequest.where(Condition.field(column).equalTo(name))
			.withFields(column)
			.withExpression(OutputExpression.of("e" + name, "?", name))))
			.containsExactly(row(column, name, "e" + name, name));
		assertThat(table.search(SearchRequest.of("v" + name, new float[] { 1, 0 }, Distance.L2)
			.withOutput(Output.fields("k" + name))
			.withPartitions("p" + name)
			.withFilter(Condition.json("j" + name, "$.x").equalTo(name))))
			.extracting((hit) -> hit.content().get("k" + name))
			.containsExactly(1);
		assertThat(table.search(TextRequest.of("words", column))).hasSize(1);
	}

	@Test
	void hostileValuesAreStoredAndFoundUnchanged() {
		SeekdbTable table = ServerTables
			.create(client, "hostile_values",
					TableSchema
						.of(FieldSchema.primary("id", FieldType.varbinary(300)), FieldSchema.of("n", FieldType.INT),
								FieldSchema.of("short", FieldType.varchar(300))
									.withCollation(FieldSchema.BINARY_COLLATION),
								FieldSchema.of("text", FieldType.LONGTEXT), FieldSchema.of("bytes", FieldType.LONGBLOB),
								FieldSchema.of("json", FieldType.JSON), FieldSchema.vector("v", 2))
						.withIndex(VectorIndex.hnsw("vi", "v", Distance.L2)));
		int number = 0;
		for (String value : values()) {
			table.insert(List.of(row("id", value, "n", number++, "short", value, "text", value, "bytes",
					value.getBytes(StandardCharsets.UTF_8), "json", Map.of("x", value), "v",
					new float[] { number, 0 })));
		}
		number = 0;
		for (String value : values()) {
			int expected = number++;
			assertThat(table.get((Object) value)).as(value).singleElement().satisfies((row) -> {
				assertThat(row).containsEntry("n", expected)
					.containsEntry("short", value)
					.containsEntry("text", value)
					.containsEntry("bytes", value.getBytes(StandardCharsets.UTF_8))
					.containsEntry("id", value.getBytes(StandardCharsets.UTF_8));
			});
			List<Condition> conditions = List.of(
					Condition.field("text").equalTo(value).and(Condition.of("n = ?", expected)),
					Condition.of("short = ? AND n = ?", value, expected), Condition.json("json", "$.x").equalTo(value));
			for (Condition condition : conditions) {
				assertThat(table.search(
						SearchRequest.of("v", new float[] { 0, 0 }, Distance.L2).withFields("n").withFilter(condition)))
					.as(value)
					.extracting((hit) -> hit.content().get("n"))
					.contains(expected);
			}
		}
		assertThat(table.count()).isEqualTo(values().size());
	}

	@Test
	void aTextOfAMegabyteIsKept() {
		SeekdbTable table = ServerTables.create(client, "hostile_megabyte",
				TableSchema.of(FieldSchema.primary("id", FieldType.INT), FieldSchema.of("text", FieldType.LONGTEXT)));
		String text = "it's 😀\\".repeat(1 << 17);
		table.insert(List.of(row("id", 1, "text", text), row("id", 2, "text", text)));
		assertThat(table.get(1).get(0)).containsEntry("text", text);
		assertThat(table.count(Selection.where(Condition.field("text").equalTo(text)))).isEqualTo(2);
	}

	@Test
	void defaultsCommentsAndPartitionsMayBeHostileToo() {
		SeekdbTable table = ServerTables
			.create(client, "hostile_defaults",
					TableSchema
						.of(FieldSchema.primary("id", FieldType.varchar(50)),
								FieldSchema.of("a", FieldType.varchar(50))
									.withDefault("'); DROP TABLE hostile_victim; --"))
						.withPartitioning(Partitioning.listColumns(List.of("id"), Partition.in("p", "it's", "a\\", "?"),
								Partition.in("rest", PartitionBound.DEFAULT))));
		table.insert(WriteRequest.of(row("id", "it's"), row("id", "a\\"), row("id", "?")).withPartition("p"));
		assertThat(table.get("it's").get(0)).containsEntry("a", "'); DROP TABLE hostile_victim; --");
	}

	@Test
	void aColumnThatDividesRowsHasNoNameThatTheServerWouldPutIntoItsOwnStatements() {
		SeekdbTable table = client.table("hostile_divided");
		for (String name : List.of("a'b", "a\\b")) {
			TableSchema schema = TableSchema.of(FieldSchema.primary(name, FieldType.INT));
			List<Partitioning> kinds = List.of(Partitioning.hash(name, 2), Partitioning.key(2),
					Partitioning.range(name, Partition.lessThan("p", 1)).withSubpartitions(Partitioning.hash(name, 2)));
			for (Partitioning kind : kinds) {
				assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
					.isThrownBy(() -> client.tables().create(table.name(), schema.withPartitioning(kind)))
					.withMessageContaining(name)
					.withMessageContaining("cannot divide rows");
			}
		}
		TableSchema schema = TableSchema.of(FieldSchema.primary("id", FieldType.INT))
			.withPartitioning(Partitioning.hash("id", 2).withExpression("LENGTH('it') + id"));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> client.tables().create(table.name(), schema))
			.withMessageContaining("LENGTH('it')");
	}

	@Test
	void namesWithABacktickAreRefusedWhereTheServerWouldFailOnThemLater() {
		SeekdbTable table = client.table("hostile_victim");
		TableSchema schema = TableSchema.of(FieldSchema.primary("id", FieldType.INT));
		List<Runnable> calls = List.of(() -> client.table("a`b"), () -> client.tables().rename(table.name(), "a`b"),
				() -> client.tables().create(table.name(), TableSchema.of(FieldSchema.of("a`b", FieldType.INT))),
				() -> table.fields().add(FieldSchema.of("a`b", FieldType.INT)),
				() -> client.tables().create(table.name(), schema.withIndex(ColumnIndex.of("a`b", "id"))),
				() -> table.indexes().create(FullTextIndex.of("i", "a`b")), () -> table.indexes().rebuild("a`b", 0),
				() -> client.tables()
					.create(table.name(), schema.withPartitioning(Partitioning.hash("id", 1).withNames("a`b"))));
		for (Runnable call : calls) {
			assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(call::run)
				.withMessageContaining("'a`b' holds a backtick");
		}
	}

	@Test
	void namesThatTheServerWouldTakeForOthersAreRefused() {
		List<String> names = List.of("", "a ", "a\0b", "\ud800", "x".repeat(65));
		SeekdbTable table = client.table("hostile_victim");
		for (String name : names) {
			List<Runnable> calls = List.of(() -> client.table(name), () -> client.tables().rename(table.name(), name),
					() -> table.indexes().drop(name), () -> table.indexes().rebuild(name, 0));
			for (Runnable call : calls) {
				assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(call::run);
			}
		}
		for (String name : names.subList(0, 4)) {
			List<Runnable> calls = List.of(() -> table.fields().drop(name), () -> table.partitions().drop(name),
					() -> table.count(Selection.all().withPartitions(name)), () -> table.insert(List.of(row(name, 1))),
					() -> table.update(row(name, 1), Selection.all()));
			for (Runnable call : calls) {
				assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(call::run);
			}
		}
	}

}
