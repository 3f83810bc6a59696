package io.quiver.store.seekdb;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.quiver.store.seekdb.RowStatements.WriteVerb;
import io.quiver.store.seekdb.model.ColumnInfo;
import io.quiver.store.seekdb.model.Condition;
import io.quiver.store.seekdb.model.Distance;
import io.quiver.store.seekdb.model.Organization;
import io.quiver.store.seekdb.model.Output;
import io.quiver.store.seekdb.model.OutputExpression;
import io.quiver.store.seekdb.model.QueryRequest;
import io.quiver.store.seekdb.model.RowOrder;
import io.quiver.store.seekdb.model.SearchRequest;
import io.quiver.store.seekdb.model.SearchTuning;
import io.quiver.store.seekdb.model.Selection;
import io.quiver.store.seekdb.model.SparseVector;
import io.quiver.store.seekdb.model.TableDescription;
import io.quiver.store.seekdb.model.TextMode;
import io.quiver.store.seekdb.model.TextRequest;
import org.junit.jupiter.api.Test;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link QueryStatements}, {@link RowStatements} and {@link ConditionSql}.
 *
 * @author Quiver
 */
class QueryStatementsTests {

	private static final float[] VECTOR = { 1, 2 };

	private static final TableDescription TABLE = table("id");

	private final QueryStatements statements = new QueryStatements(TABLE);

	private final RowStatements rows = new RowStatements(TABLE);

	@Test
	void aQueryAsksForAllFieldsSoThatNoDigitIsLost() {
		assertThat(text(this.statements.query(QueryRequest.of(Selection.all()))))
			.isEqualTo("SELECT `id`, `n`, array_map(x -> x*1e0, `v`) AS `v`, `s`, `f` * 1e0 AS `f` FROM `t`");
	}

	@Test
	void aQueryHasItsPartitionsConditionOrderAndLimit() {
		Sql sql = this.statements.query(QueryRequest
			.of(Selection.ids(7, 8).withWhere(Condition.of("n > ? OR n IS NULL", 3)).withPartitions("p0", "p1"))
			.withFields("n")
			.withExpression(OutputExpression.of("more", "n + ?", 10))
			.withOrder(RowOrder.descending("n"), RowOrder.ascending("id"))
			.withLimit(5)
			.withOffset(2));
		assertThat(text(sql)).isEqualTo("SELECT `n`, (n + ?) AS `more` FROM `t` PARTITION (`p0`, `p1`) "
				+ "WHERE `id` IN (?, ?) AND (n > ? OR n IS NULL) ORDER BY `n` DESC, `id` LIMIT ? OFFSET ?");
		assertThat(sql.values()).containsExactly(10, 7, 8, 3, 5L, 2L);
	}

	@Test
	void anApproximateSearchSortsByTheDistanceAlone() {
		Sql sql = this.statements.search(SearchRequest.of("v", VECTOR, Distance.COSINE)
			.withFields("id")
			.withFilter(Condition.field("n").equalTo("x"))
			.withMaxDistance(0.5)
			.withLimit(7)
			.withOffset(2)
			.withTuning(SearchTuning.none().withEfSearch(99).withRefineK(2)));
		assertThat(text(sql)).isEqualTo("SELECT `id`, cosine_distance(`v`, ?) AS `_quiver_rank` FROM `t` "
				+ "WHERE cosine_distance(`v`, ?) <= ? AND (`n` = ?) ORDER BY `_quiver_rank` APPROXIMATE "
				+ "LIMIT ? OFFSET ? PARAMETERS(ef_search=?, refine_k=?)");
		assertThat(sql.values()).containsExactly(VECTOR, VECTOR, 0.5, "x", 7, 2L, 99, 2.0);
	}

	@Test
	void anExactSearchLeavesOutRowsWithoutAVectorAndSortsTiesByTheKey() {
		assertThat(
				text(this.statements.search(SearchRequest.of("v", VECTOR, Distance.L2).withFields("id").withExact())))
			.isEqualTo("SELECT `id`, l2_distance(`v`, ?) AS `_quiver_rank` FROM `t` WHERE `v` IS NOT NULL "
					+ "ORDER BY `_quiver_rank`, `id` LIMIT ?");
	}

	@Test
	void theInnerProductIsSortedDownwardsExactlyAndTurnedApproximately() {
		SearchRequest request = SearchRequest.of("v", VECTOR, Distance.INNER_PRODUCT)
			.withFields("id")
			.withMaxDistance(4);
		Sql exact = this.statements.search(request.withExact());
		assertThat(text(exact)).isEqualTo("SELECT `id`, inner_product(`v`, ?) AS `_quiver_rank` FROM `t` "
				+ "WHERE `v` IS NOT NULL AND inner_product(`v`, ?) >= ? ORDER BY `_quiver_rank` DESC, `id` LIMIT ?");
		assertThat(exact.values()).containsExactly(VECTOR, VECTOR, 4.0, 10);
		Sql approximate = this.statements.search(request);
		assertThat(text(approximate)).isEqualTo("SELECT `id`, negative_inner_product(`v`, ?) AS `_quiver_rank` "
				+ "FROM `t` WHERE negative_inner_product(`v`, ?) <= ? ORDER BY `_quiver_rank` APPROXIMATE LIMIT ?");
		assertThat(approximate.values()).containsExactly(VECTOR, VECTOR, -4.0, 10);
	}

	@Test
	void aSparseVectorIsBoundAsText() {
		Sql sql = this.statements
			.search(SearchRequest.of("s", SparseVector.of(Map.of(7, 2f, 1, 0.5f)), Distance.NEGATIVE_INNER_PRODUCT)
				.withFields("id")
				.withTuning(SearchTuning.none().withDropRatioSearch(0.1)));
		assertThat(text(sql)).endsWith("APPROXIMATE LIMIT ? PARAMETERS(drop_ratio_search=?)");
		assertThat(sql.values()).containsExactly("{1:0.5,7:2.0}", 10, 0.1);
	}

	@Test
	void aSearchForWordsRanksByTheMatch() {
		Sql sql = this.statements.text(TextRequest.of("it's", "n", "f").withFields("id").withMode(TextMode.BOOLEAN));
		assertThat(text(sql)).isEqualTo("SELECT `id`, MATCH (`n`, `f`) AGAINST (? IN BOOLEAN MODE) AS `_quiver_rank` "
				+ "FROM `t` WHERE MATCH (`n`, `f`) AGAINST (? IN BOOLEAN MODE) ORDER BY `_quiver_rank` DESC, `id` "
				+ "LIMIT ?");
		assertThat(sql.values()).containsExactly("it's", "it's", 10);
	}

	@Test
	void rowsAreReadByTheirKeysWithTheKeysBehindThem() {
		assertThat(text(this.statements.byKeys(Output.fields("n"), List.of(List.of(1), List.of(2)))))
			.isEqualTo("SELECT `n`, `id` AS `_quiver_key0` FROM `t` WHERE `id` IN (?, ?)");
	}

	@Test
	void rowsAreInsertedReplacedAndUpserted() {
		List<String> columns = List.of("id", "n");
		assertThat(text(this.rows.insert(WriteVerb.INSERT, "p0", columns, List.of(List.of(1, 2), List.of(3, 4)))))
			.isEqualTo("INSERT INTO `t` PARTITION (`p0`) (`id`, `n`) VALUES (?, ?), (?, ?)");
		assertThat(text(this.rows.insert(WriteVerb.REPLACE, null, columns, List.of(Arrays.asList(1, null)))))
			.isEqualTo("REPLACE INTO `t` (`id`, `n`) VALUES (?, ?)");
		assertThat(text(this.rows.insert(WriteVerb.UPSERT, null, List.of("ID", "n", "f"), List.of(List.of(1, 2, 3)))))
			.isEqualTo("INSERT INTO `t` (`ID`, `n`, `f`) VALUES (?, ?, ?) "
					+ "ON DUPLICATE KEY UPDATE `n` = VALUES(`n`), `f` = VALUES(`f`)");
		assertThat(text(this.rows.insert(WriteVerb.UPSERT, null, List.of("id"), List.of(List.of(1)))))
			.isEqualTo("INSERT INTO `t` (`id`) VALUES (?) ON DUPLICATE KEY UPDATE `id` = VALUES(`id`)");
	}

	@Test
	void rowsAreUpdatedDeletedAndCounted() {
		Sql update = this.rows.update(Map.of("n", 5), Selection.where(Condition.field("f").lessThan(2)));
		assertThat(text(update)).isEqualTo("UPDATE `t` SET `n` = ? WHERE (`f` < ?)");
		assertThat(update.values()).containsExactly(5, 2);
		assertThat(text(this.rows.delete(Selection.ids(List.of()).withPartitions("p"))))
			.isEqualTo("DELETE FROM `t` PARTITION (`p`) WHERE 1 = 0");
		assertThat(text(this.rows.delete(Selection.where(Condition.everyRow())))).isEqualTo("DELETE FROM `t`");
		assertThat(text(this.rows.count(Selection.all()))).isEqualTo("SELECT COUNT(*) FROM `t`");
	}

	@Test
	void aKeyOfSeveralColumnsIsATuple() {
		RowStatements composite = new RowStatements(table("id", "n"));
		Sql sql = composite.delete(Selection.ids(List.of(1, "a"), List.of(2, "b")));
		assertThat(text(sql)).isEqualTo("DELETE FROM `t` WHERE (`id`, `n`) IN ((?, ?), (?, ?))");
		assertThat(sql.values()).containsExactly(1, "a", 2, "b");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> composite.delete(Selection.ids(1)))
			.withMessageContaining("each of [id, n], not 1");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> new RowStatements(table()).delete(Selection.ids(1)))
			.withMessageContaining("use a condition");
	}

	@Test
	void conditionsStandInParenthesesOfTheirOwn() {
		assertThat(condition(Condition.of("a = 1 OR b = ?", 2).and(Condition.field("c").in(1, 2))))
			.isEqualTo("((a = 1 OR b = ?) AND (`c` IN (?, ?)))");
		assertThat(condition(Condition.field("a`b").isNull().not())).isEqualTo("(NOT (`a``b` IS NULL))");
		assertThat(condition(Condition.field("a").like("x%").or(Condition.everyRow())))
			.isEqualTo("((`a` LIKE ?) OR (1 = 1))");
		assertThat(condition(Condition.field("a").in(List.of()))).isEqualTo("(1 = 0)");
		assertThat(condition(Condition.match("w", TextMode.NATURAL_LANGUAGE, "a", "b")))
			.isEqualTo("MATCH (`a`, `b`) AGAINST (? IN NATURAL LANGUAGE MODE)");
	}

	@Test
	void partsOfJsonAreComparedWithTheirTypeAndAllOfItIsBound() {
		assertThat(condition(Condition.json("m", "$.a").greaterThan(1)))
			.isEqualTo("(IF(JSON_TYPE(JSON_EXTRACT(`m`, ?)) = 'NULL', NULL, JSON_TYPE(JSON_EXTRACT(`m`, ?)) IN "
					+ "('INTEGER', 'UNSIGNED INTEGER', 'DOUBLE', 'DECIMAL') AND JSON_EXTRACT(`m`, ?) > ?))");
		assertThat(condition(Condition.json("m", "$.a").equalTo("x")))
			.isEqualTo("(IF(JSON_TYPE(JSON_EXTRACT(`m`, ?)) = 'NULL', NULL, JSON_TYPE(JSON_EXTRACT(`m`, ?)) = "
					+ "'STRING' AND CAST(JSON_UNQUOTE(JSON_EXTRACT(`m`, ?)) AS BINARY) = ?))");
		assertThat(condition(Condition.json("m", "$.a").isNull()))
			.isEqualTo("(JSON_EXTRACT(`m`, ?) IS NULL OR JSON_TYPE(JSON_EXTRACT(`m`, ?)) = 'NULL')");
		assertThat(condition(Condition.json("m", "$.a").contains("x"))).isEqualTo(
				"(IF(JSON_TYPE(JSON_EXTRACT(`m`, ?)) = 'NULL', NULL, CAST(? AS JSON) MEMBER OF(JSON_EXTRACT(`m`, ?))))");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> condition(Condition.json("m", "$.a").equalTo(List.of())))
			.withMessageContaining("a text, a number or a boolean");
	}

	private static String condition(Condition condition) {
		SqlBuilder sql = new SqlBuilder();
		ConditionSql.append(sql, table("id"), condition);
		return text(sql.build());
	}

	private static TableDescription table(String... key) {
		List<ColumnInfo> columns = List.of(column("id", "int(11)"), column("n", "varchar(10)"),
				column("v", "VECTOR(2)"), column("s", "SPARSEVECTOR"), column("f", "float"));
		return new TableDescription("t", columns, List.of(key), List.of(), Organization.INDEX, "");
	}

	private static ColumnInfo column(String name, String type) {
		return new ColumnInfo(name, type, false, false, true, null, null, "");
	}

	private static String text(Sql sql) {
		assertThat(sql.text().chars().filter((c) -> c == '?').count()).isEqualTo(sql.values().size());
		return sql.text();
	}

}
