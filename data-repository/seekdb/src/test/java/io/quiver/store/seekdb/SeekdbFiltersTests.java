package io.quiver.store.seekdb;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.Filter.Comparison;
import io.quiver.data.core.query.Filter.Operator;
import io.quiver.data.core.query.Filter.Position;
import io.quiver.data.core.query.Filter.Text;
import org.junit.jupiter.api.Test;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static io.quiver.data.core.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * @author Quiver
 */
class SeekdbFiltersTests {

	private final SeekdbFilters filters = new SeekdbFilters(new SeekdbRows(Specs.ARTICLES));

	private Sql sql(Filter filter) {
		return this.filters.write(new SqlBuilder(), filter).build();
	}

	private void assertSql(Filter filter, String text, Object... values) {
		Sql sql = sql(filter);
		assertThat(sql.text()).isEqualTo(text);
		assertThat(sql.values()).usingRecursiveComparison().isEqualTo(List.of(values));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	@Test
	void comparesNumbersAsTheyAre() {
		assertSql(where("views").gt(3L), "(`views` > ?)", 3L);
		assertSql(where("views").lte(3L), "(`views` <= ?)", 3L);
		assertSql(where("price").is(new BigDecimal("1.10")), "(CAST(`price` AS DECIMAL(65,30)) = ?)",
				new BigDecimal("1.10"));
	}

	@Test
	void comparesTextsByTheirBytesAndFindsThemByAnIndex() {
		assertSql(where("title").is("x'"), "(`title` = ? AND CAST(`title` AS BINARY) = ?)", "x'", bytes("x'"));
		assertSql(where("title").lt("x"), "(CAST(`title` AS BINARY) < ?)", bytes("x"));
		assertSql(where("title").in(List.of("a", "b")), "(`title` IN (?, ?) AND CAST(`title` AS BINARY) IN (?, ?))",
				"a", "b", bytes("a"), bytes("b"));
		assertSql(where("id").is("x"), "(`id` = ?)", bytes("x"));
	}

	@Test
	void takesNoCharacterOfATextForMoreThanItself() {
		assertSql(where("title").containsText("50%_|\\"), "(CAST(`title` AS BINARY) LIKE ? ESCAPE '|')",
				bytes("%50|%|_||\\%"));
		assertSql(where("title").startsWith("a"),
				"(`title` LIKE ? ESCAPE '|' AND CAST(`title` AS BINARY) LIKE ? ESCAPE '|')", "a%", bytes("a%"));
		assertSql(where("title").endsWith("a"), "(CAST(`title` AS BINARY) LIKE ? ESCAPE '|')", bytes("%a"));
	}

	@Test
	void ignoresCaseByTheSmallLetterOfEachCharacter() {
		assertSql(where("title").isIgnoreCase("\u00c9A"), "(CAST(LOWER(`title`) AS BINARY) = ?)", bytes("\u00e9a"));
		assertSql(new Text("id", Position.ANYWHERE, "A", true),
				"(CAST(LOWER(CONVERT(`id` USING utf8mb4)) AS BINARY) LIKE ? ESCAPE '|')", bytes("%a%"));
	}

	@Test
	void helpsTheServerWithLettersThatItDoesNotKnow() {
		assertSql(where("title").isIgnoreCase("\u023a"), "(REPLACE(CAST(LOWER(`title`) AS BINARY), ?, ?) = ?)",
				bytes("\u023a"), bytes("\u2c65"), bytes("\u2c65"));
	}

	@Test
	void takesNullForFalseWhereItIsNegated() {
		assertSql(where("views").isNot(3L), "NOT IFNULL((`views` = ?), FALSE)", 3L);
		assertSql(where("views").isNotNull(), "NOT IFNULL((`views` IS NULL), FALSE)");
	}

	@Test
	void keepsConditionsOfConditionsTogether() {
		assertSql(
				Filter.or(Filter.and(where("views").gt(1L), where("views").lt(9L)),
						Filter.not(Filter.or(where("views").is(5L), where("id").isNull()))),
				"(((`views` > ?) AND (`views` < ?)) OR NOT IFNULL(((`views` = ?) OR (`id` IS NULL)), FALSE))", 1L, 9L,
				5L);
	}

	@Test
	void knowsConditionsOfNothing() {
		assertSql(Filter.and(), "TRUE");
		assertSql(Filter.or(), "FALSE");
		assertSql(where("views").in(List.of()), "(FALSE)");
	}

	@Test
	void looksIntoListsAndWords() {
		assertSql(where("tags").contains("a\"b"), "(CAST(? AS JSON) MEMBER OF(`tags`))", "\"a\\\"b\"");
		assertSql(where("body").matches("it's"), "(MATCH(`body`) AGAINST (?))", "it's");
	}

	@Test
	void bindsPathsOfMetadata() {
		String path = "$.\"a.b'\\\"\"";
		assertSql(where("meta.a.b'\"").isNull(),
				"(JSON_EXTRACT(`meta`, ?) IS NULL OR JSON_TYPE(JSON_EXTRACT(`meta`, ?)) IN ('NULL'))", path, path);
	}

	@Test
	void asksForTheTypeOfMetadataFirst() {
		assertSql(where("meta.k").is("x"),
				"(JSON_TYPE(JSON_EXTRACT(`meta`, ?)) IN ('STRING') AND CAST(JSON_UNQUOTE(JSON_EXTRACT(`meta`, ?)) AS BINARY) = ?)",
				"$.\"k\"", "$.\"k\"", bytes("x"));
		assertSql(where("meta.k").is(true),
				"(JSON_TYPE(JSON_EXTRACT(`meta`, ?)) IN ('BOOLEAN') AND JSON_UNQUOTE(JSON_EXTRACT(`meta`, ?)) = ?)",
				"$.\"k\"", "$.\"k\"", "true");
		assertSql(where("meta.k").gt(Instant.EPOCH), "(JSON_UNQUOTE(JSON_EXTRACT(`meta`, ?)) > ?)", "$.\"k\".\"$time\"",
				"1970-01-01 00:00:00.000000000");
		assertSql(where("meta.k").contains(1L),
				"(JSON_TYPE(JSON_EXTRACT(`meta`, ?)) IN ('ARRAY') AND CAST(? AS JSON) MEMBER OF(JSON_EXTRACT(`meta`, ?)))",
				"$.\"k\"", "1", "$.\"k\"");
	}

	@Test
	void refusesValuesThatAColumnCannotHave() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> sql(where("views").is("three")))
			.withMessageContaining("views")
			.withMessageContaining("LONG");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> sql(new Comparison("title", Operator.EQ, "\ud800", false)))
			.withMessageContaining("half a character");
	}

}
