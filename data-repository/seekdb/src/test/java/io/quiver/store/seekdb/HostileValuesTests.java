package io.quiver.store.seekdb;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import io.quiver.data.policy.Deadline;
import io.quiver.store.seekdb.server.SeekdbExtension;
import io.quiver.store.seekdb.server.SeekdbServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.InvalidDataAccessApiUsageException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Values and names that would be something else if they were not bound and quoted.
 *
 * @author Quiver
 */
@ExtendWith(SeekdbExtension.class)
class HostileValuesTests {

	private final String table = "hostile_" + UUID.randomUUID().toString().replace("-", "");

	@SuppressWarnings("NullAway.Init")
	private SeekdbClient client;

	@BeforeEach
	void open(SeekdbServer server) {
		this.client = SeekdbClients.client(server);
	}

	@AfterEach
	void close() {
		update(new SqlBuilder().append("DROP TABLE IF EXISTS ").identifier(this.table).build());
		this.client.close();
	}

	static Stream<String> texts() {
		return Stream.of("'; DROP TABLE `t`; --", "it's", "\"", "`", "\\", "\\'", "\\\\", "a\0b", "\0", "ä€😀", "?",
				"a?b", ":name", "${x}", "{d '2001-01-01'}", "{fn now()}", "%", "_", " a", "a ", " ", "",
				"\n\r\t\u001a\b", "-- x", "/* x */", "#", "NULL", "0x41", "' OR '1'='1", "x".repeat(1_000_000), "ſ",
				"\u202e");
	}

	@ParameterizedTest
	@MethodSource("texts")
	void aTextIsStoredFoundAndReadUnchangedInEveryPosition(String text) {
		create("`k` VARBINARY(8000), `t` LONGTEXT COLLATE utf8mb4_bin, `j` JSON");
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		byte[] key = (bytes.length > 8000) ? new byte[] { 1 } : bytes;
		update(new SqlBuilder().append("INSERT INTO ")
			.identifier(this.table)
			.append(" VALUES (")
			.bindAll(List.of(key, text))
			.append(", JSON_OBJECT('a', ")
			.bind(text)
			.append("))")
			.build());
		SqlBuilder select = new SqlBuilder().append("SELECT `t`, `k`, j->>'$.a' FROM ")
			.identifier(this.table)
			.append(" WHERE `k` = ")
			.bind(key)
			.append(" AND CAST(`t` AS BINARY) = ")
			.bind(bytes)
			.append(" AND `t` IN (")
			.bindAll(List.of("other", text))
			.append(")");
		List<String> read = query(select.build(), (row) -> {
			assertThat(row.getBytes(2)).isEqualTo(key);
			assertThat(row.getString(3)).isEqualTo(text);
			return row.getString(1);
		});
		assertThat(read).containsExactly(text);
		assertThat(this.client.jdbcClient()
			.sql("SELECT t FROM " + this.table + " WHERE t = :text AND k = :key")
			.param("text", text)
			.param("key", key)
			.query(String.class)
			.list()).containsExactly(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "it's", "a`b", "`; DROP TABLE t; --", "a;b", "a?b", "a?b'c?", "a\\", "{d '1'}", "a b",
			"ä😀", "--", "/*", "#", "select", "\"" })
	void aNameIsANameWhateverItHolds(String column) {
		SqlBuilder create = new SqlBuilder().append("CREATE TABLE ")
			.identifier(this.table)
			.append(" (")
			.identifier(column)
			.append(" INT)");
		update(create.build());
		update(new SqlBuilder().append("INSERT INTO ")
			.identifier(this.table)
			.append(" (")
			.identifier(column)
			.append(") VALUES (")
			.bind(1)
			.append("), (2)")
			.build());
		Sql select = new SqlBuilder().append("SELECT ")
			.identifier(column)
			.append(" FROM ")
			.identifier(this.table)
			.append(" WHERE ")
			.identifier(column)
			.append(" > ")
			.bind(1)
			.build();
		assertThat(query(select, (row) -> row.getMetaData().getColumnLabel(1).toLowerCase(Locale.ROOT) + row.getInt(1)))
			.containsExactly(column.toLowerCase(Locale.ROOT) + 2);
	}

	@Test
	void halfACharacterIsRefusedSinceItWouldBeStoredAsAQuestionMark() {
		create("`t` LONGTEXT");
		Sql insert = new SqlBuilder().append("INSERT INTO ")
			.identifier(this.table)
			.append(" VALUES (")
			.bind("a\uD83D")
			.append(")")
			.build();
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(() -> update(insert))
			.withMessageContaining("half a character");
	}

	@ParameterizedTest
	@MethodSource("notFinite")
	void whatIsNotFiniteIsRefusedBeforeItIsSent(Object value) {
		Sql select = new SqlBuilder().append("SELECT ").bind(value).build();
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> query(select, (row) -> row.getString(1)))
			.withMessageContaining("finite");
	}

	static Stream<Object> notFinite() {
		return Stream.of(Double.NaN, Double.POSITIVE_INFINITY, Float.NaN, Float.NEGATIVE_INFINITY,
				new float[] { 1, Float.NaN }, new float[] { Float.POSITIVE_INFINITY });
	}

	@Test
	void aValueThatNobodyKnowsIsRefused() {
		Sql select = new SqlBuilder().append("SELECT ").bind(new Object()).build();
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> query(select, (row) -> row.getString(1)))
			.withMessageContaining("java.lang.Object");
	}

	@Test
	void valuesOfAllTypesComeBackAsTheyWere() {
		create("`i` INT, `l` BIGINT, `b` BOOLEAN, `d` DOUBLE, `n` DECIMAL(38,10), `x` LONGBLOB, `day` DATE, "
				+ "`at` DATETIME(6), `moment` DATETIME(6), `u` VARCHAR(36), `v` VECTOR(3), `nothing` LONGTEXT");
		LocalDateTime time = LocalDateTime.of(2024, 2, 29, 23, 59, 59, 123_456_789);
		Instant moment = Instant.parse("2024-03-31T01:30:00.000001999Z");
		UUID id = UUID.randomUUID();
		float[] vector = { 16_777_217f, 0.123_456_789f, -Float.MIN_VALUE };
		List<@Nullable Object> values = java.util.Arrays.asList(-7, Long.MIN_VALUE, true, 0.1,
				new BigDecimal("12345678901234567890.0123456789"), new byte[] { 0, -1, 39, 92 },
				LocalDate.of(1000, 1, 1), time, moment, id, vector, null);
		update(new SqlBuilder().append("INSERT INTO ")
			.identifier(this.table)
			.append(" VALUES (")
			.bindAll(values)
			.append(")")
			.build());
		Sql select = new SqlBuilder()
			.append("SELECT `i`, `l`, `b`, `d`, `n`, `x`, `day`, `at`, `moment`, `u`, l2_distance(`v`, ")
			.bind(vector)
			.append("), `nothing` FROM ")
			.identifier(this.table)
			.append(" WHERE `moment` = ")
			.bind(moment)
			.build();
		List<Boolean> rows = query(select, (row) -> {
			assertThat(row.getInt(1)).isEqualTo(-7);
			assertThat(row.getLong(2)).isEqualTo(Long.MIN_VALUE);
			assertThat(row.getBoolean(3)).isTrue();
			assertThat(row.getDouble(4)).isEqualTo(0.1);
			assertThat(row.getBigDecimal(5)).isEqualTo((BigDecimal) values.get(4));
			assertThat(row.getBytes(6)).isEqualTo(new byte[] { 0, -1, 39, 92 });
			assertThat(row.getObject(7, LocalDate.class)).isEqualTo(LocalDate.of(1000, 1, 1));
			assertThat(row.getObject(8, LocalDateTime.class)).isEqualTo(time.withNano(123_456_000));
			assertThat(row.getObject(9, LocalDateTime.class)).isEqualTo("2024-03-31T01:30:00.000001");
			assertThat(row.getString(10)).isEqualTo(id.toString());
			assertThat(row.getDouble(11)).isZero();
			assertThat(row.getString(12)).isNull();
			return true;
		});
		assertThat(rows).containsExactly(true);
	}

	@Test
	void integersOfAnySizeAreBound() {
		Sql select = new SqlBuilder().append("SELECT ").bind(new BigInteger("18446744073709551615")).build();
		assertThat(query(select, (row) -> row.getString(1))).containsExactly("18446744073709551615");
	}

	private void create(String columns) {
		update(new SqlBuilder().append("CREATE TABLE ").identifier(this.table).append(" (" + columns + ")").build());
	}

	private void update(Sql sql) {
		this.client.calls().direct(Deadline.none(), (session) -> session.update(sql));
	}

	private <T extends @Nullable Object> List<T> query(Sql sql, ResultReader<T> reader) {
		return this.client.calls().direct(Deadline.none(), (session) -> session.query(sql, reader));
	}

}
