package io.quiver.store.seekdb;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.TimeZone;

import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.core.query.WriteOptions;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.ColumnType;
import io.quiver.data.store.Key;
import io.quiver.data.store.Projection;
import io.quiver.data.store.Row;
import io.quiver.data.store.WriteMode;
import io.quiver.data.store.WriteRequest;
import io.quiver.store.seekdb.model.FieldSchema;
import io.quiver.store.seekdb.model.FieldType;
import io.quiver.store.seekdb.model.TableSchema;
import io.quiver.store.seekdb.server.SeekdbExtension;
import io.quiver.store.seekdb.server.SeekdbServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.quiver.store.seekdb.ServerTables.row;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Times on a machine whose zone leaves out an hour in spring, which those of the server
 * must not fall into.
 *
 * @author Quiver
 */
@Tag("any-java")
@ExtendWith(SeekdbExtension.class)
class MachineZoneTests {

	/** An hour that there was not in the zone of the machine. */
	private static final LocalDateTime LEFT_OUT = LocalDateTime.parse("2024-03-31T02:30:00.123456");

	private static final Instant MOMENT = Instant.parse("2024-03-31T02:30:00.123456Z");

	private final TimeZone before = TimeZone.getDefault();

	@BeforeEach
	void move() {
		TimeZone.setDefault(TimeZone.getTimeZone("Europe/Amsterdam"));
	}

	@AfterEach
	void moveBack() {
		TimeZone.setDefault(this.before);
	}

	@ParameterizedTest
	@ValueSource(strings = { "mariadb", "mysql", "oceanbase" })
	void aTableKeepsTimesAsTheyAre(String driver, SeekdbServer server) {
		try (SeekdbClient client = client(driver, server)) {
			SeekdbTable table = ServerTables.create(client, "zone_" + driver,
					TableSchema.of(FieldSchema.primary("id", FieldType.BIGINT), FieldSchema.of("day", FieldType.DATE),
							FieldSchema.of("hour", FieldType.TIME), FieldSchema.of("local", FieldType.DATETIME),
							FieldSchema.of("moment", FieldType.DATETIME),
							FieldSchema.of("stamp", FieldType.TIMESTAMP)));
			table.insert(row("id", 1, "day", LEFT_OUT.toLocalDate(), "hour", LEFT_OUT.toLocalTime(), "local", LEFT_OUT,
					"moment", MOMENT, "stamp", MOMENT));
			assertThat(table.get(1)).containsExactly(row("id", 1L, "day", LocalDate.of(2024, 3, 31), "hour",
					LocalTime.of(2, 30, 0, 123_456_000), "local", LEFT_OUT, "moment", LEFT_OUT, "stamp", LEFT_OUT));
			assertThat(client.jdbcClient()
				.sql("SELECT CAST(`local` AS CHAR) FROM `zone_" + driver + "`")
				.query(String.class)
				.list()).containsExactly("2024-03-31 02:30:00.123456");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "mariadb", "mysql", "oceanbase" })
	void aStoreReadsTheTimesOfTheServerAsTheyAre(String driver, SeekdbServer server) {
		String name = "zone_store_" + driver;
		try (SeekdbClient client = client(driver, server); SeekdbStore store = new SeekdbStore("zone", client)) {
			client.tables().dropIfPresent(name);
			client.jdbcClient()
				.sql("CREATE TABLE `" + name + "` (id VARBINARY(50) PRIMARY KEY, at DATETIME(6))")
				.update();
			CollectionSpec spec = Specs.spec(name, Specs.value("at", ColumnType.TIMESTAMP));
			assertThat(store
				.write(new WriteRequest(spec, WriteMode.SAVE, Projection.all(spec), List.of(Row.of("x", MOMENT)), null,
						WriteOptions.none()))
				.failures()).isEmpty();

			assertThat(store.get(spec, List.of(Key.of("x")), Projection.all(spec), SearchOptions.none()))
				.containsExactly(Row.of("x", MOMENT));
		}
	}

	private static SeekdbClient client(String driver, SeekdbServer server) {
		return SeekdbClient
			.builder(SeekdbPool.of(server.url().replace("jdbc:mariadb:", "jdbc:" + driver + ":"))
				.withCredentials("root", "")
				.withSize(1, 0))
			.build();
	}

}
