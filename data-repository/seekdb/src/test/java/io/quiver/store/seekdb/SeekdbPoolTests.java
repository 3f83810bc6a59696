package io.quiver.store.seekdb;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * @author Quiver
 */
@DisplayName("S1: the settings of a pool")
class SeekdbPoolTests {

	private static final String URL = "jdbc:mariadb://localhost:2881/test";

	@ParameterizedTest
	@ValueSource(strings = { "useServerPrepStmts=true", "a=b&USESERVERPREPSTMTS=TRUE", "rewriteBatchedStatements=true",
			"useAffectedRows=true" })
	void aUrlThatSwitchesOnWhatWeCannotWorkWithIsRefusedWithTheReason(String option) {
		assertThatIllegalArgumentException().isThrownBy(() -> SeekdbPool.of(URL + "?" + option))
			.withMessageContaining("leave it out");
	}

	@Test
	void aPropertyThatSwitchesItOnIsRefusedToo() {
		SeekdbPool pool = SeekdbPool.of(URL);
		assertThatIllegalArgumentException().isThrownBy(() -> pool.withProperties(Map.of("useServerPrepStmts", "true")))
			.withMessageContaining("driver properties")
			.withMessageContaining("vectors");
	}

	@Test
	void whatIsSwitchedOffIsNotRefused() {
		assertThat(SeekdbPool.of(URL + "?useServerPrepStmts=false").address().shown()).isEqualTo(URL);
	}

	@ParameterizedTest
	@ValueSource(strings = { URL + "?password=secret-word", URL + "?user=root&Password=secret-word",
			URL + "?keyStorePassword=secret-word", "jdbc:mysql://root:secret-word@localhost/test",
			"jdbc:mysql://(host=localhost,password=secret-word)/test",
			"jdbc:mariadb:replication:address=(host=h)(password=secret-word)/test" })
	void aUrlWithAPasswordIsRefusedWithoutShowingIt(String url) {
		assertThatIllegalArgumentException().isThrownBy(() -> SeekdbPool.of(url))
			.withMessageContaining("propert")
			.withMessageNotContaining("secret-word");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "localhost:2881" })
	void whatIsNoUrlIsRefused(String url) {
		assertThatIllegalArgumentException().isThrownBy(() -> SeekdbPool.of(url));
	}

	@Test
	void aDriverThatIsMissingIsNamed() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> SeekdbClient.builder(SeekdbPool.of("jdbc:nobody://localhost/test?a=b")).build())
			.withMessageContaining("jdbc:nobody://localhost/test")
			.withMessageContaining("mariadb-java-client");
	}

	@Test
	void theDriverSendsNoFileOfTheMachineUnlessItIsTold() throws SQLException {
		Driver driver = DriverManager.getDriver(URL);
		assertThat(DriverOptions.of(SeekdbPool.of(URL), driver)).containsEntry("allowLocalInfile", "false");
		assertThat(DriverOptions.of(SeekdbPool.of(URL + "?allowLocalInfile=true"), driver))
			.doesNotContainKey("allowLocalInfile");
	}

	@Test
	void credentialsAreShownNowhere() {
		SeekdbPool pool = SeekdbPool.of(URL + "?user=root").withCredentials("root@tenant", "secret-word");
		assertThat(pool).hasToString("SeekdbPool[" + URL + "]");
		try (SeekdbClient client = SeekdbClient.builder(pool).build()) {
			assertThat(client.details()).containsEntry("address", URL)
				.doesNotContainKey("version")
				.containsEntry("connections", "0 in use, 0 idle, of 8");
			assertThat(client.details().toString()).doesNotContain("secret-word").doesNotContain("root");
		}
	}

	@Test
	void sizesAndTimesAreJudged() {
		SeekdbPool pool = SeekdbPool.of(URL);
		assertThatIllegalArgumentException().isThrownBy(() -> pool.withSize(0, 0)).withMessageContaining("maxSize");
		assertThatIllegalArgumentException().isThrownBy(() -> pool.withSize(2, 3)).withMessageContaining("minIdle");
		assertThatIllegalArgumentException().isThrownBy(() -> pool.withMaxWait(Duration.ofSeconds(-1)))
			.withMessageContaining("maxWait");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> pool.withLifetime(Duration.ofSeconds(1), Duration.ofMinutes(1)))
			.withMessageContaining("idleTimeout");
		assertThatIllegalArgumentException().isThrownBy(() -> pool.withLifetime(Duration.ZERO, Duration.ofSeconds(1)))
			.withMessageContaining("maxLifetime");
		assertThatIllegalArgumentException().isThrownBy(() -> pool.withEfSearch(0)).withMessageContaining("efSearch");
		assertThatIllegalArgumentException().isThrownBy(() -> pool.withQueryTimeout(Duration.ZERO))
			.withMessageContaining("queryTimeout");
	}

	@Test
	void everyConnectionIsSetUpInOneStatement() {
		SeekdbPool pool = SeekdbPool.of(URL)
			.withQueryTimeout(Duration.ofSeconds(31))
			.withLockTimeout(Duration.ofMillis(1500))
			.withEfSearch(128);
		assertThat(pool.session().statement()).isEqualTo("SET time_zone = '+00:00', ob_query_timeout = 31000000, "
				+ "ob_trx_lock_timeout = 1500000, ob_hnsw_ef_search = 128");
		assertThat(pool.withQueryTimeout(null).withLockTimeout(null).withEfSearch(null).session().statement())
			.isEqualTo("SET time_zone = '+00:00'");
	}

}
