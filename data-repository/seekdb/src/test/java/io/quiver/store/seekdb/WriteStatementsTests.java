package io.quiver.store.seekdb;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import io.quiver.data.core.query.WriteOptions;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.ColumnType;
import io.quiver.data.store.DeleteRequest;
import io.quiver.data.store.Key;
import io.quiver.data.store.Projection;
import io.quiver.data.store.Row;
import io.quiver.data.store.WriteMode;
import io.quiver.data.store.WriteRequest;
import org.junit.jupiter.api.Test;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * @author Quiver
 */
class WriteStatementsTests {

	private static final CollectionSpec COUNTED = new CollectionSpec("counted",
			List.of(new KeyColumn("id", ColumnType.LONG, true), Specs.value("text", ColumnType.STRING)));

	private static final CollectionSpec NAMED = new CollectionSpec("named",
			List.of(new KeyColumn("id", ColumnType.UUID, true)));

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static WriteStatements statements(CollectionSpec spec, WriteMode mode, Row... rows) {
		return new WriteStatements(new SeekdbRows(spec), WriteRequest.of(spec, mode, List.of(rows)));
	}

	private static void assertSql(Sql sql, String text, Object... values) {
		assertThat(sql.text()).isEqualTo(text);
		assertThat(sql.values()).usingRecursiveComparison().isEqualTo(List.of(values));
	}

	@Test
	void savesManyRowsInOneStatement() {
		WriteStatements statements = statements(Specs.VERSIONED, WriteMode.SAVE, Row.of(1L, "x", 1L, 2L),
				Row.of(2L, "y", 3L, 4L));
		assertSql(statements.insert(0, 2),
				"INSERT INTO `versioned` (`a`, `b`, `version`, `size`) VALUES (?, ?, ?, ?), (?, ?, ?, ?)"
						+ " ON DUPLICATE KEY UPDATE `version` = VALUES(`version`), `size` = VALUES(`size`)",
				1L, bytes("x"), 1L, 2L, 2L, bytes("y"), 3L, 4L);
	}

	@Test
	void insertsRowsWithoutSavingThem() {
		WriteStatements statements = statements(Specs.VERSIONED, WriteMode.INSERT, Row.of(1L, "x", 1L, 2L));
		assertThat(statements.insert(0, 1).text())
			.isEqualTo("INSERT INTO `versioned` (`a`, `b`, `version`, `size`) VALUES (?, ?, ?, ?)");
	}

	@Test
	void savesARowThatIsNothingButItsKey() {
		CollectionSpec spec = Specs.spec("keys");
		assertThat(statements(spec, WriteMode.SAVE, Row.of("x")).insert(0, 1).text())
			.isEqualTo("INSERT INTO `keys` (`id`) VALUES (?) ON DUPLICATE KEY UPDATE `id` = `id`");
	}

	@Test
	void updatesTheVersionExpected() {
		WriteStatements statements = new WriteStatements(new SeekdbRows(Specs.VERSIONED),
				new WriteRequest(Specs.VERSIONED, WriteMode.UPDATE, Projection.all(Specs.VERSIONED),
						List.of(Row.of(1L, "x", 6L, 2L)), List.of(5L), WriteOptions.none()));
		assertSql(statements.update(0),
				"UPDATE `versioned` SET `version` = ?, `size` = ? WHERE `a` = ? AND `b` = ? AND `version` = ?", 6L, 2L,
				1L, bytes("x"), 5L);
	}

	@Test
	void mergesTheColumnsThatChange() {
		WriteStatements statements = new WriteStatements(new SeekdbRows(Specs.VERSIONED),
				new WriteRequest(Specs.VERSIONED, WriteMode.MERGE, Projection.of(0, 1, 3), List.of(Row.of(1L, "x", 2L)),
						null, WriteOptions.none().withPartition("p0")));
		assertSql(statements.update(0), "UPDATE `versioned` PARTITION(`p0`) SET `size` = ? WHERE `a` = ? AND `b` = ?",
				2L, 1L, bytes("x"));
	}

	@Test
	void leavesKeysToTheServerThatCounts() {
		WriteStatements statements = statements(COUNTED, WriteMode.SAVE, Row.of(null, "x"), Row.of(7L, "y"));
		assertThat(statements.isKeyless(0)).isTrue();
		assertThat(statements.isKeyless(1)).isFalse();
		assertThat(statements.keyless()).isOne();
		assertSql(statements.insert(0, 1), "INSERT INTO `counted` (`text`) VALUES (?)", "x");
		assertThat(statements.keyOf(0, 42)).isEqualTo(Key.of(42L));
		assertThat(statements.keyOf(1)).isEqualTo(Key.of(7L));
	}

	@Test
	void makesIdentifiersHere() {
		WriteStatements statements = statements(NAMED, WriteMode.INSERT, Row.of((Object) null), Row.of(new UUID(0, 1)));
		assertThat(statements.isKeyless(0)).isFalse();
		assertThat(statements.isKeyMade(0)).isTrue();
		assertThat(statements.isKeyMade(1)).isFalse();
		assertThat(statements.keyOf(0).parts().get(0)).isInstanceOf(UUID.class);
	}

	@Test
	void refusesARowBeforeAnyIsSent() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(
				() -> statements(Specs.VERSIONED, WriteMode.SAVE, Row.of(1L, "x", 1L, 2L), Row.of(1L, "x", null, 2L)))
			.withMessageContaining("version")
			.withMessageContaining("null");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> statements(COUNTED, WriteMode.UPDATE, Row.of(null, "x")))
			.withMessageContaining("id");
	}

	@Test
	void deletesByKeysOfSeveralParts() {
		DeleteRequest request = DeleteRequest.of(Specs.VERSIONED, List.of(Key.of(1L, "x"), Key.of(2L, "y")));
		assertSql(SeekdbWrites.delete(new SeekdbRows(Specs.VERSIONED), request, 0, 2),
				"DELETE FROM `versioned` WHERE (`a`, `b`) IN ((?, ?), (?, ?))", 1L, bytes("x"), 2L, bytes("y"));
	}

	@Test
	void deletesTheVersionExpected() {
		DeleteRequest request = new DeleteRequest(Specs.VERSIONED, List.of(Key.of(1L, "x")), List.of(5L),
				WriteOptions.none());
		assertSql(SeekdbWrites.delete(new SeekdbRows(Specs.VERSIONED), request, 0, 1),
				"DELETE FROM `versioned` WHERE `a` = ? AND `b` = ? AND `version` = ?", 1L, bytes("x"), 5L);
	}

	@Test
	void knowsHowLargeARowMayBecome() {
		WriteStatements statements = statements(Specs.spec("texts", Specs.value("text", ColumnType.STRING)),
				WriteMode.SAVE, Row.of("k", "x".repeat(1_000_000)));
		assertThat(statements.bytes(0)).isBetween(3_000_000L, 3_000_100L);
	}

}
