package io.quiver.store.seekdb;

import java.util.List;
import java.util.UUID;

import io.quiver.data.core.VectorTemplate;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.ColumnType;
import io.quiver.data.store.Row;
import io.quiver.data.store.WriteMode;
import io.quiver.data.store.WriteRequest;
import io.quiver.data.store.WriteResult;
import io.quiver.store.seekdb.server.SeekdbExtension;
import io.quiver.store.seekdb.server.SeekdbServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.annotation.Id;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A {@link SeekdbStore} on the application's own connections, within its transactions.
 *
 * @author Quiver
 */
@ExtendWith(SeekdbExtension.class)
class SeekdbStoreTransactionTests {

	private final CollectionSpec spec = Specs.spec("tx_" + UUID.randomUUID().toString().substring(0, 8),
			Specs.value("size", ColumnType.LONG));

	private HikariDataSource dataSource;

	private TransactionTemplate transaction;

	private SeekdbStore store;

	@BeforeEach
	void open(SeekdbServer server) {
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl(server.url());
		config.setUsername("root");
		config.setMaximumPoolSize(3);
		this.dataSource = new HikariDataSource(config);
		this.transaction = new TransactionTemplate(new JdbcTransactionManager(this.dataSource));
		this.store = new SeekdbStore("test", SeekdbClient.builder(this.dataSource).build());
	}

	@Test
	void transactionThatCallsArePartOfIsTold() {
		assertThat(this.store.isInTransaction()).isFalse();
		this.transaction.executeWithoutResult((status) -> assertThat(this.store.isInTransaction()).isTrue());
		assertThat(this.store.isInTransaction()).isFalse();
	}

	@Test
	void bulkWriterWithinATransactionIsRefusedSinceItWouldWriteOutsideOfIt() {
		VectorTemplate template = VectorTemplate.builder(this.store).build();
		this.transaction
			.executeWithoutResult((status) -> assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
				.isThrownBy(() -> template.bulkWriter(Item.class).open())
				.withMessageContaining("outside of the transaction"));
	}

	@AfterEach
	void close() {
		this.store.drop(this.spec.name());
		this.store.close();
		this.dataSource.close();
	}

	private WriteResult insert(String key) {
		return this.store.write(WriteRequest.of(this.spec, WriteMode.INSERT, List.of(Row.of(key, 1L))));
	}

	private long count() {
		return this.store.count(this.spec, null, SearchOptions.none());
	}

	@Test
	void isRolledBackWithTheTransaction() {
		this.store.create(this.spec);
		this.transaction.executeWithoutResult((status) -> {
			insert("a");
			assertThat(count()).isOne();
			status.setRollbackOnly();
		});
		assertThat(count()).isZero();
	}

	@Test
	void goesOnWithinTheTransactionWhenARowFails() {
		this.store.create(this.spec);
		this.transaction.executeWithoutResult((status) -> {
			insert("a");
			assertThat(insert("a").failures()).hasSize(1);
			insert("b");
		});
		assertThat(count()).isEqualTo(2);
	}

	@Test
	void makesACollectionWithoutEndingTheTransaction() {
		CollectionSpec other = Specs.spec(this.spec.name() + "_other", Specs.value("size", ColumnType.LONG));
		this.store.create(this.spec);
		try {
			this.transaction.executeWithoutResult((status) -> {
				insert("a");
				this.store.create(other);
				status.setRollbackOnly();
			});
			assertThat(count()).isZero();
			assertThat(this.store.describe(other)).isEqualTo(other);
		}
		finally {
			this.store.drop(other.name());
		}
	}

	private record Item(@Id String id) {
	}

}
