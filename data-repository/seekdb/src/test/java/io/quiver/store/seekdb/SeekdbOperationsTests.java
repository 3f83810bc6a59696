package io.quiver.store.seekdb;

import java.time.Duration;

import io.quiver.data.policy.Operation;
import io.quiver.data.policy.Safety;
import io.quiver.data.store.StoreOperations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * @author Quiver
 */
class SeekdbOperationsTests {

	@Test
	void everyCallHasANameOfItsOwn() {
		assertThat(SeekdbClient.OPERATIONS).extracting(Operation::name)
			.doesNotHaveDuplicates()
			.contains("sql", "sql-query", "session", "version", "nearest");
		assertThat(SeekdbClient.OPERATIONS).containsAll(StoreOperations.ALL);
	}

	@ParameterizedTest
	@ValueSource(strings = { "SELECT 1", "  select * from t\nwhere a = ?", "SHOW INDEX FROM t", "explain select 1",
			"DESC t", "describe t" })
	void whatPlainlyReadsMayBeRepeated(String sql) {
		assertThat(SeekdbOperations.of(sql).safety()).isEqualTo(Safety.READ);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "INSERT INTO t VALUES (1)", "CALL p()", "/* x */ SELECT 1", "SELECT 1; DELETE FROM t",
			"SELECT a FROM t FOR UPDATE", "SELECT a INTO @x FROM t", "SELECT @x := 1", "selection",
			"WITH x AS (SELECT 1) SELECT * FROM x" })
	void anythingElseMayNot(String sql) {
		assertThat(SeekdbOperations.of(sql).safety()).isEqualTo(Safety.WRITE);
	}

	@Test
	void aTimeOutOfItsOwnTakesThePlaceOfTheStores() {
		Operation operation = SeekdbOperations.within(SeekdbOperations.SQL, Duration.ofMinutes(5));
		assertThat(operation.limited()).isFalse();
		assertThat(operation.timeout()).isEqualTo(Duration.ofMinutes(5));
		assertThat(SeekdbOperations.within(SeekdbOperations.SQL, null)).isSameAs(SeekdbOperations.SQL);
	}

}
