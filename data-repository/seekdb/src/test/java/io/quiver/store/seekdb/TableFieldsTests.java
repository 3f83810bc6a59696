package io.quiver.store.seekdb;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

import io.quiver.store.seekdb.model.ColumnInfo;
import io.quiver.store.seekdb.model.FieldSchema;
import io.quiver.store.seekdb.model.FieldType;
import io.quiver.store.seekdb.model.Organization;
import io.quiver.store.seekdb.model.SparseVector;
import io.quiver.store.seekdb.model.TableDescription;
import io.quiver.store.seekdb.model.TableSchema;
import io.quiver.store.seekdb.model.WriteRequest;
import io.quiver.store.seekdb.server.SeekdbExtension;
import io.quiver.store.seekdb.server.SeekdbServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;

import static io.quiver.store.seekdb.ServerTables.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the fields of a {@link SeekdbTable} against the real server.
 *
 * @author Quiver
 */
@ExtendWith(SeekdbExtension.class)
@DisplayName("S2: fields of every type, primary key, auto id, nullable, max length, dimension")
class TableFieldsTests {

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
	void fieldsOfEveryTypeKeepTheirValues() {
		SeekdbTable table = ServerTables.create(client, "fields_types",
				TableSchema.of(FieldSchema.primary("id", FieldType.BIGINT), FieldSchema.of("flag", FieldType.BOOLEAN),
						FieldSchema.of("tiny", FieldType.TINYINT), FieldSchema.of("small", FieldType.SMALLINT),
						FieldSchema.of("whole", FieldType.INT), FieldSchema.of("single", FieldType.FLOAT),
						FieldSchema.of("twice", FieldType.DOUBLE), FieldSchema.of("exact", FieldType.decimal(38, 10)),
						FieldSchema.of("short", FieldType.varchar(20)), FieldSchema.of("text", FieldType.TEXT),
						FieldSchema.of("long", FieldType.LONGTEXT), FieldSchema.of("bytes", FieldType.varbinary(20)),
						FieldSchema.of("blob", FieldType.LONGBLOB), FieldSchema.of("day", FieldType.DATE),
						FieldSchema.of("hour", FieldType.TIME), FieldSchema.of("moment", FieldType.DATETIME),
						FieldSchema.of("stamp", FieldType.TIMESTAMP), FieldSchema.of("json", FieldType.JSON),
						FieldSchema.of("array", FieldType.array(FieldType.INT)),
						FieldSchema.of("words", FieldType.array(FieldType.varchar(10))), FieldSchema.vector("v", 3),
						FieldSchema.of("sparse", FieldType.SPARSEVECTOR),
						FieldSchema.of("other", FieldType.named("INT UNSIGNED"))));
		float[] vector = { 0.12345679f, 16_777_217f, -1e-20f };
		table.insert(List.of(row("id", Long.MAX_VALUE, "flag", true, "tiny", -128, "small", 32_767, "whole",
				Integer.MIN_VALUE, "single", 0.12345679f, "twice", 0.1, "exact", new BigDecimal("12345678.0123456789"),
				"short", "äöü", "text", "text", "long", "x".repeat(100_000), "bytes", new byte[] { 0, -1 }, "blob",
				new byte[] { 1 }, "day", LocalDate.of(2026, 2, 28), "hour", LocalTime.of(23, 59, 59, 123_456_000),
				"moment", LocalDateTime.of(2026, 2, 28, 23, 59, 59, 123_456_000), "stamp",
				Instant.parse("2026-02-28T12:00:00.5Z"), "json", Map.of("a", List.of(1, "x", true)), "array",
				List.of(1, 2), "words", List.of("a'b", "c"), "v", vector, "sparse",
				SparseVector.of(Map.of(1, 0.5f, 70_000, 2f)), "other", 4_000_000_000L)));
		Map<String, @Nullable Object> found = table.get(Long.MAX_VALUE).get(0);
		assertThat(found).containsEntry("id", Long.MAX_VALUE)
			.containsEntry("flag", true)
			.containsEntry("whole", Integer.MIN_VALUE)
			.containsEntry("single", 0.12345679f)
			.containsEntry("twice", 0.1)
			.containsEntry("exact", new BigDecimal("12345678.0123456789"))
			.containsEntry("short", "äöü")
			.containsEntry("long", "x".repeat(100_000))
			.containsEntry("bytes", new byte[] { 0, -1 })
			.containsEntry("blob", new byte[] { 1 })
			.containsEntry("day", LocalDate.of(2026, 2, 28))
			.containsEntry("hour", LocalTime.of(23, 59, 59, 123_456_000))
			.containsEntry("moment", LocalDateTime.of(2026, 2, 28, 23, 59, 59, 123_456_000))
			.containsEntry("stamp", LocalDateTime.of(2026, 2, 28, 12, 0, 0, 500_000_000))
			.containsEntry("array", "[1,2]")
			.containsEntry("words", "[\"a'b\",\"c\"]")
			.containsEntry("v", vector)
			.containsEntry("sparse", SparseVector.of(Map.of(1, 0.5f, 70_000, 2f)))
			.containsEntry("other", 4_000_000_000L);
		assertThat((String) found.get("json")).isEqualToIgnoringWhitespace("{\"a\":[1,\"x\",true]}");
		assertThat(found.get("tiny")).hasToString("-128");
		assertThat(found.get("small")).hasToString("32767");
	}

	@Test
	void theDescriptionTellsTheFieldsAsTheyWereMade() {
		SeekdbTable table = ServerTables.create(client, "fields_described",
				TableSchema.of(FieldSchema.autoId("id"),
						FieldSchema.primary("name", FieldType.varchar(12)).withCollation(FieldSchema.BINARY_COLLATION),
						FieldSchema.of("count", FieldType.INT).withDefault(7).withComment("it's a count"),
						FieldSchema.of("made", FieldType.DATETIME).withCurrentTimestamp(),
						FieldSchema.of("v", FieldType.vector(5)).withNullable()));
		TableDescription description = client.tables().describe(table.name()).orElseThrow();
		assertThat(description.primaryKey()).containsExactly("id", "name");
		assertThat(description.organization()).isEqualTo(Organization.INDEX);
		assertThat(description.columns()).extracting(ColumnInfo::name)
			.containsExactly("id", "name", "count", "made", "v");
		ColumnInfo id = description.columns().get(0);
		assertThat(id.autoId()).isTrue();
		assertThat(id.primary()).isTrue();
		assertThat(id.nullable()).isFalse();
		ColumnInfo name = description.columns().get(1);
		assertThat(name.type()).isEqualToIgnoringCase("varchar(12)");
		assertThat(name.collation()).isEqualTo("utf8mb4_bin");
		ColumnInfo count = description.columns().get(2);
		assertThat(count.defaultValue()).isEqualTo("7");
		assertThat(count.comment()).isEqualTo("it's a count");
		ColumnInfo vector = description.columns().get(4);
		assertThat(vector.kind()).isEqualTo(FieldType.Kind.VECTOR);
		assertThat(vector.dimension()).isEqualTo(5);
		assertThat(vector.nullable()).isTrue();
	}

	@Test
	void theServerCountsAutoIdsUpAndFillsDefaultsIn() {
		SeekdbTable table = ServerTables.create(client, "fields_auto",
				TableSchema.of(FieldSchema.autoId("id"),
						FieldSchema.of("name", FieldType.varchar(10)).withDefault("it's"),
						FieldSchema.of("made", FieldType.DATETIME).withCurrentTimestamp()));
		List<Long> keys = table.insertReturningKeys(WriteRequest.of(row("name", "a"), row("name", "b"), row()));
		assertThat(keys).hasSize(3).doesNotHaveDuplicates().isSorted();
		Map<String, @Nullable Object> last = table.get(keys.get(2)).get(0);
		assertThat(last).containsEntry("name", "it's");
		assertThat(last.get("made")).isInstanceOf(LocalDateTime.class);
	}

	@Test
	void aNullableFieldMayBeWithoutAValueAndAnotherMayNot() {
		SeekdbTable table = ServerTables.create(client, "fields_null",
				TableSchema.of(FieldSchema.primary("id", FieldType.INT),
						FieldSchema.of("maybe", FieldType.varchar(5)).withNullable(), FieldSchema.vector("v", 2)));
		table.insert(List.of(row("id", 1, "maybe", null, "v", new float[] { 1, 2 })));
		assertThat(table.get(1).get(0)).containsEntry("maybe", null);
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> table.insert(List.of(row("id", 2, "v", null))));
		assertThat(table.count()).isEqualTo(1);
	}

	@Test
	void aTextLongerThanItsFieldIsRefused() {
		SeekdbTable table = ServerTables.create(client, "fields_long",
				TableSchema.of(FieldSchema.primary("id", FieldType.INT), FieldSchema.of("name", FieldType.varchar(3))));
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> table.insert(List.of(row("id", 1, "name", "four"))));
	}

	@Test
	void aKeyOfBytesTellsApartWhatAKeyOfTextMayNot() {
		SeekdbTable table = ServerTables.create(client, "fields_bytes",
				TableSchema.of(FieldSchema.primary("id", FieldType.varbinary(20))));
		table.insert(List.of(row("id", "a"), row("id", "A"), row("id", "a "), row("id", "ä")));
		assertThat(table.get("a ", "ä")).extracting((row) -> row.get("id"))
			.containsExactlyInAnyOrder("a ".getBytes(StandardCharsets.UTF_8), "ä".getBytes(StandardCharsets.UTF_8));
		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> table.insert(List.of(row("id", "A"))));
	}

}
