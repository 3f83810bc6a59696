package io.quiver.store.seekdb.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link SeekdbServer}.
 *
 * @author Quiver
 */
@ExtendWith(SeekdbExtension.class)
@Tag("any-java")
class SeekdbServerTests {

	@Test
	void servesAnApproximateSearch(SeekdbServer server) throws SQLException {
		try (Connection connection = server.connect(); Statement statement = connection.createStatement()) {
			statement.execute("CREATE TABLE server_search (id INT PRIMARY KEY, v VECTOR(2), "
					+ "VECTOR INDEX i (v) WITH (distance=l2, type=hnsw))");
			statement.execute("INSERT INTO server_search VALUES (1, '[0,0]'), (2, '[3,4]')");
			assertThat(first(statement,
					"SELECT id FROM server_search ORDER BY l2_distance(v, '[3,3]') APPROXIMATE LIMIT 1"))
				.isEqualTo("2");
		}
	}

	@Test
	void isOfTheVersionThatTheFactsAreAbout(SeekdbServer server) throws SQLException {
		try (Connection connection = server.connect(); Statement statement = connection.createStatement()) {
			assertThat(first(statement, "SELECT VERSION()")).endsWith("seekdb-v1.4.0.0");
		}
	}

	@Test
	void isOneForAllTests(SeekdbServer one, SeekdbServer other) {
		assertThat(one).isSameAs(other);
	}

	@Test
	void keepsItsDataAndItsAddressWhenItIsKilled() throws SQLException {
		try (SeekdbServer server = new SeekdbServer()) {
			server.start();
			write(server, "server_killed");
			server.kill();
			assertThat(server.running()).isFalse();
			assertThat(server.ready()).isFalse();
			server.start();
			assertThat(count(server, "server_killed")).isEqualTo("1");
		}
	}

	@Test
	void keepsItsDataAndItsAddressWhenItIsStopped() throws SQLException {
		try (SeekdbServer server = new SeekdbServer()) {
			server.start();
			write(server, "server_stopped");
			server.stop();
			assertThat(server.running()).isFalse();
			server.start();
			assertThat(count(server, "server_stopped")).isEqualTo("1");
		}
	}

	@Test
	void saysWhatItSaidWhenItDoesNotStart(@TempDir Path folder) throws IOException {
		Path executable = Files.writeString(folder.resolve("seekdb"), "#!/bin/sh\necho the disk is full\nexit 7\n");
		assertThat(executable.toFile().setExecutable(true)).isTrue();
		try (SeekdbServer server = new SeekdbServer(new SeekdbHome(folder))) {
			assertThatIllegalStateException().isThrownBy(server::start)
				.withMessageContaining("ended with code 7")
				.withMessageContaining("the disk is full");
		}
	}

	@Test
	void failsWhereItIsRequiredAndMissing(@TempDir Path folder) {
		assertThatIllegalStateException().isThrownBy(() -> SeekdbHome.find(folder.toString(), true))
			.withMessageContaining(folder.toString())
			.withMessageContaining("SEEKDB_HOME");
		assertThatIllegalStateException().isThrownBy(() -> SeekdbHome.find(null, true))
			.withMessageContaining("No seekdb server is named");
	}

	@Test
	void abortsTheTestsWhereItIsMissingAndNotRequired() {
		assertThatExceptionOfType(TestAbortedException.class).isThrownBy(() -> SeekdbHome.find(" ", false))
			.withMessageContaining(".ci/seekdb");
	}

	@Test
	void endsWithItsJvmEvenIfThatIsKilled() throws Exception {
		Process jvm = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Dtest.seekdb.home=" + SeekdbHome.find().folder(), "-cp", System.getProperty("java.class.path"),
				SeekdbServerApplication.class.getName())
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		try (BufferedReader output = jvm.inputReader()) {
			ProcessHandle server = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
			Path folder = Path.of(output.readLine());
			assertThat(server.isAlive()).isTrue();
			jvm.destroyForcibly().waitFor();
			server.onExit().get(1, TimeUnit.MINUTES);
			assertThat(server.isAlive()).isFalse();
			await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(folder).doesNotExist());
		}
		finally {
			jvm.destroyForcibly();
		}
	}

	private static void write(SeekdbServer server, String table) throws SQLException {
		try (Connection connection = server.connect(); Statement statement = connection.createStatement()) {
			statement.execute("CREATE TABLE " + table + " (id INT PRIMARY KEY)");
			statement.execute("INSERT INTO " + table + " VALUES (1)");
		}
	}

	private static String count(SeekdbServer server, String table) throws SQLException {
		try (Connection connection = server.connect(); Statement statement = connection.createStatement()) {
			return first(statement, "SELECT COUNT(*) FROM " + table);
		}
	}

	private static String first(Statement statement, String query) throws SQLException {
		try (ResultSet rows = statement.executeQuery(query)) {
			assertThat(rows.next()).isTrue();
			return rows.getString(1);
		}
	}

}
