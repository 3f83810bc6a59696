package io.quiver.store.seekdb;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.quiver.data.core.query.Metric;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.ColumnType;
import io.quiver.data.store.Key;
import io.quiver.data.store.Projection;
import io.quiver.data.store.Row;
import io.quiver.data.store.WriteMode;
import io.quiver.data.store.WriteRequest;
import io.quiver.store.seekdb.server.SeekdbExtension;
import io.quiver.store.seekdb.server.SeekdbServer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.dao.InvalidDataAccessResourceUsageException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link CollectionTable}: collections by their names, whatever the server
 * makes of these.
 *
 * @author Quiver
 */
@ExtendWith(SeekdbExtension.class)
class CollectionTableTests {

	private final String name = "namedAs_" + UUID.randomUUID().toString().substring(0, 8) + "_X";

	private final String small = this.name.toLowerCase(Locale.ROOT);

	private final CollectionSpec spec = Specs.spec(this.name, Specs.value("size", ColumnType.LONG));

	private SeekdbClient client;

	private SeekdbStore store;

	@BeforeEach
	void open(SeekdbServer server) {
		this.client = SeekdbClients.client(server);
		this.store = new SeekdbStore("test", this.client);
	}

	@AfterEach
	void close() {
		execute("DROP TABLE IF EXISTS `%s`");
		this.store.close();
	}

	private void execute(String statement) {
		this.client.jdbcClient().sql(statement.formatted(this.small)).update();
	}

	private static void refused(ThrowingCallable call, String words) {
		assertThatExceptionOfType(InvalidDataAccessResourceUsageException.class).isThrownBy(call)
			.withMessageContaining(words)
			.withMessageContaining("choose another name");
	}

	@Test
	void nameIsToldAsItWasGiven() {
		this.store.create(this.spec);
		assertThat(this.store.collections()).contains(this.name).doesNotContain(this.small);
		assertThat(this.store.describe(this.spec)).isEqualTo(this.spec);
		assertThat(this.store.describe(this.name)).isEqualTo(this.spec);
		this.store.create(this.spec);
		this.store.write(WriteRequest.of(this.spec, WriteMode.SAVE, List.of(Row.of("a", 1L))));
		assertThat(
				this.store.get(this.spec, List.of(Key.of("a")), Projection.all(this.spec), SearchOptions.none()).get(0))
			.isEqualTo(Row.of("a", 1L));
		assertThat(this.store.stats(this.name).rows()).isOne();
		assertThat(this.store.drop(this.name)).isTrue();
		assertThat(this.store.collections()).doesNotContain(this.name);
	}

	@Test
	void nameIsKeptBehindTheCommentOfACustomizer() {
		SeekdbStore commented = new SeekdbStore("test", this.client, (table) -> table.withComment("it's\nmine"));
		commented.create(this.spec);
		assertThat(commented.collections()).contains(this.name);
	}

	@Test
	void nameThatDiffersOnlyByCaseIsRefused() {
		this.store.create(this.spec);
		CollectionSpec other = new CollectionSpec(this.small, this.spec.columns());
		refused(() -> this.store.create(other), "'%s', whose name differs in case only".formatted(this.name));
		refused(() -> this.store.describe(other), "'%s', whose name differs in case only".formatted(this.name));
		refused(() -> this.store.addColumns(other), "'%s', whose name differs in case only".formatted(this.name));
		assertThat(this.store.describe(this.small)).isNull();
		assertThat(this.store.drop(this.small)).isFalse();
		assertThat(this.store.describe(this.spec)).isEqualTo(this.spec);
	}

	@Test
	void tableOfSomebodyElseAnswersInAnyCase() {
		execute("CREATE TABLE `%s` (id VARBINARY(100) PRIMARY KEY, size BIGINT)");
		assertThat(this.store.collections()).contains(this.small);
		assertThat(this.store.describe(this.spec)).isEqualTo(this.spec);
		assertThat(this.store.drop(this.name)).isTrue();
	}

	@Test
	void viewIsRefusedAtOnce() {
		execute("CREATE VIEW `%s` AS SELECT 'a' AS id, 1 AS size");
		try {
			refused(() -> this.store.describe(this.spec), "is a view");
			refused(() -> this.store.create(this.spec), "is a view");
			assertThat(this.store.describe(this.name)).isNull();
			assertThat(this.store.collections()).doesNotContain(this.small);
		}
		finally {
			execute("DROP VIEW `%s`");
		}
	}

	@Test
	void tableWithoutAPrimaryKeyIsRefusedAtOnce() {
		execute("CREATE TABLE `%s` (id VARBINARY(100), size BIGINT)");
		refused(() -> this.store.describe(this.spec), "has no primary key");
		refused(() -> this.store.create(this.spec), "has no primary key");
		assertThat(this.store.describe(this.name)).isNull();
	}

	@Test
	void dimensionIsThatOfTheColumnWhateverItsCommentSays() {
		execute("CREATE TABLE `%s` (id VARBINARY(100) PRIMARY KEY, v VECTOR(5) COMMENT 'quiver vector 4 EUCLIDEAN')");
		CollectionSpec expected = Specs.spec(this.name, Specs.vector("v", 4, Metric.EUCLIDEAN));
		assertThat(this.store.describe(expected))
			.isEqualTo(Specs.spec(this.name, Specs.vector("v", 5, Metric.EUCLIDEAN)));
		refused(() -> this.store.create(expected), "is there with another shape");
	}

}
