package io.quiver.store.seekdb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.quiver.store.seekdb.RowStatements.WriteVerb;
import io.quiver.store.seekdb.model.ColumnInfo;
import io.quiver.store.seekdb.model.DenseVector;
import io.quiver.store.seekdb.model.IndexInfo;
import io.quiver.store.seekdb.model.Organization;
import io.quiver.store.seekdb.model.SparseVector;
import io.quiver.store.seekdb.model.TableDescription;
import io.quiver.store.seekdb.model.WriteRequest;
import org.junit.jupiter.api.Test;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static io.quiver.store.seekdb.ServerTables.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link RowChunks} and {@link FieldValues}.
 *
 * @author Quiver
 */
class RowChunksTests {

	private static final TableDescription TABLE = new TableDescription("t",
			List.of(column("id", "int(11)"), column("v", "VECTOR(2)"), column("s", "SPARSEVECTOR"), column("j", "json"),
					column("b", "varbinary(9)"), column("a", "ARRAY(INT)")),
			List.of("id"),
			List.of(new IndexInfo("i", IndexInfo.Kind.VECTOR, List.of("v"), Map.of("distance", "cosine"))),
			Organization.INDEX, "");

	@Test
	void rowsOfTheSameFieldsGoTogetherUpToTheirNumber() {
		assertThat(chunks(WriteRequest.of(row("id", 1), row("id", 2), row("id", 3)).withChunks(2, 1000)))
			.containsExactly("INSERT INTO `t` (`id`) VALUES (?), (?)", "INSERT INTO `t` (`id`) VALUES (?)");
		assertThat(chunks(WriteRequest.of(row("id", 1, "j", "1"), row("j", "2", "id", 2), row("id", 3), row())))
			.containsExactly("INSERT INTO `t` (`id`, `j`) VALUES (?, ?), (?, ?)", "INSERT INTO `t` (`id`) VALUES (?)",
					"INSERT INTO `t` () VALUES ()");
	}

	@Test
	void rowsGoTogetherUpToTheirBytesUnlessOneHasMore() {
		String text = "x".repeat(60);
		assertThat(chunks(WriteRequest.of(row("x", text), row("x", text), row("x", text.repeat(9)), row("x", "y"))
			.withChunks(100, 130))).containsExactly("INSERT INTO `t` (`x`) VALUES (?), (?)",
					"INSERT INTO `t` (`x`) VALUES (?)", "INSERT INTO `t` (`x`) VALUES (?)");
	}

	@Test
	void valuesAreBoundAsTheirColumnsTakeThem() {
		List<Sql> statements = new ArrayList<>();
		new RowChunks(TABLE, WriteVerb.INSERT,
				WriteRequest.of(
						row("v", List.of(1, 2.5), "s", Map.of(3, 1), "j", Map.of("k", "it's"), "b", "ä", "a",
								List.of(1, 2)),
						row("v", DenseVector.of(1, 2), "s", SparseVector.of(Map.of(1, 2f)), "j", true, "b",
								new byte[] { 1 }, "a", new float[] { 1 })))
			.forEach(statements::add);
		assertThat(statements).singleElement()
			.satisfies((sql) -> assertThat(sql.values()).containsExactly(new float[] { 1, 2.5f }, "{3:1.0}",
					"{\"k\":\"it's\"}", new byte[] { (byte) 0xc3, (byte) 0xa4 }, "[1,2]", new float[] { 1, 2 },
					"{1:2.0}", "true", new byte[] { 1 }, "[1.0]"));
	}

	@Test
	void vectorsOfZerosAreRefusedWhereTheIndexIsOfTheCosine() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> chunks(WriteRequest.of(row("v", new float[2]))))
			.withMessageContaining("Column 'v' of 't' takes no zero vector");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> RowChunks.check(TABLE, row("V", List.of(0, 0))));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> chunks(WriteRequest.of(row("v", new float[3]))))
			.withMessageContaining("must have 2 elements, not 3");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> chunks(WriteRequest.of(row("v", 1))))
			.withMessageContaining("a float[]");
	}

	@Test
	void textsForTheServersHybridSearchHaveTheirQuotesAndBackslashesDoubled() {
		assertThat(JsonText.forHybridSearch(row("a'b", row("q", "it's \\ \"x\"\n", "n", 1.5, "v", new float[] { 1 }))))
			.isEqualTo("{\"a'b\":{\"q\":\"it''s \\\\\\\\ \\\"x\\\"\\u000a\",\"n\":1.5,\"v\":[1.0]}}");
		assertThat(JsonText.of(row("a", List.of("it's", true, row()), "b", null)))
			.isEqualTo("{\"a\":[\"it's\",true,{}],\"b\":null}");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> JsonText.of(List.of(Double.NaN)));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(() -> JsonText.of(new Object()));
	}

	private static List<String> chunks(WriteRequest request) {
		List<String> statements = new ArrayList<>();
		new RowChunks(TABLE, WriteVerb.INSERT, request).forEach((sql) -> statements.add(sql.text()));
		return statements;
	}

	private static ColumnInfo column(String name, String type) {
		return new ColumnInfo(name, type, false, false, true, null, null, "");
	}

}
