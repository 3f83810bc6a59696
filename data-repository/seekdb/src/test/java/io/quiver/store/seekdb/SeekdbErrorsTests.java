package io.quiver.store.seekdb;

import java.sql.SQLException;
import java.time.Duration;

import io.quiver.data.policy.Deadline;
import io.quiver.data.policy.NotSentException;
import io.quiver.data.policy.StoreFaults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.UncategorizedSQLException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The codes of the module's README.
 *
 * @author Quiver
 */
class SeekdbErrorsTests {

	@Test
	void aDuplicateKeyIsADuplicateKey() {
		assertThat(translate(1062, "23000")).isExactlyInstanceOf(DuplicateKeyException.class)
			.hasMessageContaining("A statement failed: what the server says (error 1062, state 23000)")
			.hasCauseInstanceOf(SQLException.class);
	}

	@ParameterizedTest
	@CsvSource({ "1050,42S01", "1007,HY000", "1493,HY000", "1517,HY000", "5598,HY000", "1264,22003", "3140,22032",
			"1526,HY000", "1748,HY000", "1406,22001", "1292,22007", "1366,HY000", "1048,23000", "1136,21S01",
			"1265,01000", "1060,42S21" })
	void whatDoesNotFitWithWhatIsThereOffendsItsIntegrity(int code, String state) {
		assertThat(translate(code, state)).isExactlyInstanceOf(DataIntegrityViolationException.class);
	}

	@ParameterizedTest
	@CsvSource({ "1146,42S02", "1051,42S02", "1054,42S22", "1049,42000", "1091,42000", "1735,HY000", "1507,HY000",
			"1094,HY000" })
	void whatIsNotThereIsABadUseOfTheResource(int code, String state) {
		assertThat(translate(code, state)).isExactlyInstanceOf(InvalidDataAccessResourceUsageException.class);
	}

	@ParameterizedTest
	@CsvSource({ "1235,0A000", "1210,HY000", "7600,22000", "4152,42000", "3143,42000", "1059,42000", "1103,42000",
			"1071,42000", "1074,42000", "1064,42000", "1149,42000", "1792,25006", "1228,HY000", "1231,42000",
			"1191,HY000", "1128,HY000", "1659,HY000", "1503,HY000", "1499,HY000", "3108,HY000", "1167,42000" })
	void whatCannotBeDoneIsTheCallersMistake(int code, String state) {
		assertThat(translate(code, state)).isExactlyInstanceOf(InvalidDataAccessApiUsageException.class);
	}

	@Test
	void aStatementThatIsTooLargeSaysWhatToDo() {
		DataAccessException failure = translate(1153, "08S01");
		assertThat(failure).isExactlyInstanceOf(InvalidDataAccessApiUsageException.class)
			.hasMessageContaining("max_allowed_packet");
		assertThat(SeekdbErrors.isBroken(error(1153, "08S01"))).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "1045,42000", "1142,42000", "1227,42501", "1044,42000" })
	void aMissingPrivilegeIsDeniedWhateverItsState(int code, String state) {
		assertThat(translate(code, state)).isExactlyInstanceOf(PermissionDeniedDataAccessException.class);
	}

	@ParameterizedTest
	@CsvSource({ "4012,HY000", "4012,25000", "1317,70100" })
	void whatTheServerEndsHasTakenTooLong(int code, String state) {
		assertThat(translate(code, state)).isExactlyInstanceOf(QueryTimeoutException.class);
	}

	@Test
	void aLockThatIsHeldMayBeTriedAgainAndIsNoFaultOfTheSystem() {
		DataAccessException failure = translate(1205, "HY000");
		assertThat(failure).isExactlyInstanceOf(CannotAcquireLockException.class);
		assertThat(StoreFaults.isPassing(failure)).isTrue();
		assertThat(StoreFaults.isFault(failure)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "-1,08000", "0,08000", "1220,08000", "0,08S01" })
	void aConnectionThatBreaksLeavesTheOutcomeOpen(int code, String state) {
		DataAccessException failure = translate(code, state);
		assertThat(failure).isExactlyInstanceOf(TransientDataAccessResourceException.class);
		assertThat(StoreFaults.mayBeDone(failure)).isTrue();
		assertThat(SeekdbErrors.isBroken(error(code, state))).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "1062,23000", "1235,0A000", "4012,HY000", "1317,70100", "1205,HY000", "-1,22023" })
	void whatTheServerRefusesDoesNotBreakTheConnection(int code, String state) {
		assertThat(SeekdbErrors.isBroken(error(code, state))).isFalse();
	}

	@Test
	void aMistakeThatTheDriverFindsIsTheCallers() {
		assertThat(translate(-1, "22023")).isExactlyInstanceOf(InvalidDataAccessApiUsageException.class);
	}

	@Test
	void aCodeThatNobodyKnowsShowsItsStatement() {
		assertThat(SeekdbErrors.translate("A statement", "SELECT 1", error(9999, "HY000")))
			.isExactlyInstanceOf(UncategorizedSQLException.class)
			.hasMessageContaining("SELECT 1")
			.hasMessageContaining("9999");
	}

	@ParameterizedTest
	@CsvSource({ "0,08000", "-1,08000", "1040,08004", "9999,HY000" })
	void withoutAConnectionNothingIsSent(int code, String state) {
		DataAccessException failure = SeekdbErrors.notConnected("jdbc:x", error(code, state), Deadline.none());
		assertThat(failure).isInstanceOf(NotSentException.class).hasMessageContaining("jdbc:x");
		assertThat(StoreFaults.mayBeDone(failure)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(ints = { 1045, 1044 })
	void aLoginThatIsRefusedIsNotTriedAgain(int code) {
		assertThat(SeekdbErrors.notConnected("jdbc:x", error(code, "42000"), Deadline.none()))
			.isExactlyInstanceOf(PermissionDeniedDataAccessException.class);
	}

	@Test
	void aDatabaseThatIsMissingIsNotTriedAgain() {
		assertThat(SeekdbErrors.notConnected("jdbc:x", error(1049, "42000"), Deadline.none()))
			.isExactlyInstanceOf(InvalidDataAccessResourceUsageException.class);
	}

	@Test
	void aDeadlineThatPassesWhileConnectingIsATimeOut() {
		Deadline over = Deadline.after(Duration.ofNanos(1));
		assertThat(SeekdbErrors.notConnected("jdbc:x", error(0, "08000"), over)).isInstanceOf(NotSentException.class)
			.hasCauseInstanceOf(QueryTimeoutException.class);
	}

	@Test
	void inATransactionNothingIsTransient() {
		DataAccessException broken = SeekdbErrors.inTransaction(translate(-1, "08000"));
		assertThat(broken).isExactlyInstanceOf(DataAccessResourceFailureException.class)
			.hasMessageContaining("begin it again");
		assertThat(StoreFaults.isFault(broken)).isTrue();
		assertThat(StoreFaults.isPassing(broken)).isFalse();
		DataAccessException locked = SeekdbErrors.inTransaction(translate(1205, "HY000"));
		assertThat(locked).isExactlyInstanceOf(RecoverableDataAccessException.class);
		assertThat(StoreFaults.isPassing(locked)).isFalse();
		DataAccessException lasting = translate(1062, "23000");
		assertThat(SeekdbErrors.inTransaction(lasting)).isSameAs(lasting);
	}

	private static DataAccessException translate(int code, String state) {
		return SeekdbErrors.translate("A statement", null, error(code, state));
	}

	private static SQLException error(int code, String state) {
		return new SQLException("what the server says", state, code);
	}

}
