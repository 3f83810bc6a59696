package io.quiver.store.seekdb;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * @author Quiver
 */
class SqlBuilderTests {

	@Test
	void namesAreQuotedAndValuesBound() {
		Sql sql = new SqlBuilder().append("SELECT ")
			.identifiers(List.of("a", "b"))
			.append(" FROM ")
			.identifier("t")
			.append(" WHERE ")
			.identifier("a")
			.append(" = ")
			.bind("x")
			.append(" AND ")
			.identifier("b")
			.append(" IN (")
			.bindAll(Arrays.asList(1, null, 3L))
			.append(")")
			.build();
		assertThat(sql.text()).isEqualTo("SELECT `a`, `b` FROM `t` WHERE `a` = ? AND `b` IN (?, ?, ?)");
		assertThat(sql.values()).containsExactly("x", 1, null, 3L);
	}

	@Test
	void aStatementTakesThePartsOfOthersWithTheirValues() {
		Sql part = new SqlBuilder().identifier("a").append(" > ").bind(2).build();
		Sql sql = new SqlBuilder().bind(1).append(" AND ").append(part).append(" AND ").bind(3).build();
		assertThat(sql.text()).isEqualTo("? AND `a` > ? AND ?");
		assertThat(sql.values()).containsExactly(1, 2, 3);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "a`b | `a``b`", "`; DROP TABLE t; -- | ```; DROP TABLE t; --`", "``|``````",
			"select|`select`", "a?b|`a?b`", "a\\|`a\\`", "a'b\"c|`a'b\"c`", "ä😀|`ä😀`", "{d '1'}|`{d '1'}`" })
	void aHostileNameStaysAName(String name, String quoted) {
		assertThat(new SqlBuilder().identifier(name).build().text()).isEqualTo(quoted);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a ", "a\n", "a\0b", "a\uD800", "\uDC00a" })
	void whatIsNoNameIsRefused(String name) {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> new SqlBuilder().identifier(name));
	}

	@Test
	void aNameIsAsLongAsTheServerTakesInCharacters() {
		assertThat(new SqlBuilder().identifier("😀".repeat(128)).build().text()).hasSize(2 + 256);
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> new SqlBuilder().identifier("a".repeat(129)))
			.withMessageContaining("128 characters");
	}

	@Test
	void aHostileValueIsNoPartOfTheText() {
		String hostile = "'; DROP TABLE t; -- \\ \0 ? `";
		Sql sql = new SqlBuilder().append("INSERT INTO ")
			.identifier("t")
			.append(" VALUES (")
			.bind(hostile)
			.append(")")
			.build();
		assertThat(sql.text()).isEqualTo("INSERT INTO `t` VALUES (?)");
		assertThat(sql.values()).containsExactly(hostile);
		assertThat(sql).hasToString(sql.text());
	}

	@Test
	void aStatementDoesNotChangeWithItsBuilder() {
		SqlBuilder builder = new SqlBuilder().bind(1);
		Sql sql = builder.build();
		builder.bind(2);
		assertThat(sql.text()).isEqualTo("?");
		assertThat(sql.values()).containsExactly(1);
	}

}
