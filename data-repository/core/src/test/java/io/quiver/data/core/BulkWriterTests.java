package io.quiver.data.core;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.quiver.data.store.WriteRequest;
import io.quiver.data.store.WriteResult;
import io.quiver.data.store.WriteResult.Outcome;
import io.quiver.data.store.WriteResult.RowFailure;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.annotation.Id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@NullUnmarked
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class BulkWriterTests {

	private final RecordingStore store = new RecordingStore();

	private final VectorTemplate template = new VectorTemplate(this.store);

	@Test
	void entitiesAreSentInBatches() {
		try (BulkWriter<Item> writer = this.template.bulkWriter(Item.class).batchSize(3).open()) {
			add(writer, 7);
			assertThat(writer.flush().stored()).isEqualTo(7);
		}
		assertThat(this.store.writes()).extracting((write) -> write.rows().size()).containsExactlyInAnyOrder(3, 3, 1);
	}

	@Test
	void transactionThatItWouldNotBePartOfIsRefused() {
		try (BulkWriter<Item> writer = this.template.bulkWriter(Item.class).open()) {
			this.store.inTransaction = true;
			assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
				.isThrownBy(() -> writer.add(new Item(1)))
				.withMessageContaining("outside of the transaction")
				.withMessageContaining("saveAll");
			assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
				.isThrownBy(() -> this.template.bulkWriter(Item.class).open());
		}
		assertThat(this.store.writes()).isEmpty();
	}

	@Test
	void storeIsToldOfEachFlushAndNotOfEachBatch() {
		try (BulkWriter<Item> writer = this.template.bulkWriter(Item.class).batchSize(1).open()) {
			add(writer, 5);
			assertThat(this.store.afterWrites).isZero();
			writer.flush();
			assertThat(this.store.afterWrites).isOne();
		}
	}

	@Test
	void progressIsTold() {
		List<Long> told = new ArrayList<>();
		try (BulkWriter<Item> writer = this.template.bulkWriter(Item.class)
			.batchSize(2)
			.concurrency(1)
			.onProgress((progress) -> told.add(progress.stored()))
			.open()) {
			add(writer, 4);
		}
		assertThat(told).containsExactly(2L, 4L);
	}

	@Test
	void failedRowsAreTold() {
		this.store.nextResult = new WriteResult(2, 1,
				List.of(new RowFailure(1, Outcome.FAILED, new DuplicateKeyException("there"))));
		List<Item> failed = new ArrayList<>();
		try (BulkWriter<Item> writer = this.template.bulkWriter(Item.class)
			.batchSize(2)
			.onFailure((failures) -> failures.forEach((failure) -> failed.add(failure.entity())))
			.open()) {
			add(writer, 2);
			assertThat(writer.flush().failed()).isOne();
		}
		assertThat(failed).containsExactly(new Item(1));
	}

	@Test
	void batchThatFailsAsAWholeIsToldForEachEntity() {
		this.store.onWrite = (request) -> {
			throw new QueryTimeoutException("late");
		};
		List<Boolean> unknown = new ArrayList<>();
		try (BulkWriter<Item> writer = this.template.bulkWriter(Item.class)
			.batchSize(3)
			.onFailure((failures) -> failures.forEach((failure) -> unknown.add(failure.unknown())))
			.open()) {
			add(writer, 3);
		}
		assertThat(unknown).containsExactly(true, true, true);
	}

	@Test
	void failureThatNobodyTakesIsThrown() {
		this.store.onWrite = (request) -> {
			throw new QueryTimeoutException("late");
		};
		BulkWriter<Item> writer = this.template.bulkWriter(Item.class).batchSize(2).open();
		add(writer, 2);
		assertThatExceptionOfType(PartialWriteException.class).isThrownBy(writer::flush)
			.satisfies((ex) -> assertThat(ex.getUnknown()).hasSize(2));
	}

	@Test
	void interruptedAddTakesNothingAndKeepsTheRest() throws Exception {
		CountDownLatch release = new CountDownLatch(1);
		this.store.onWrite = (request) -> waiting(request, release);
		BulkWriter<Item> writer = this.template.bulkWriter(Item.class).batchSize(1).concurrency(1).open();
		add(writer, 2);
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(DataAccessResourceFailureException.class).isThrownBy(() -> writer.add(new Item(9)))
			.withMessageContaining("was not taken");
		assertThat(Thread.interrupted()).isTrue();
		release.countDown();
		assertThat(writer.flush().stored()).isEqualTo(2);
	}

	@Test
	void addWaitsForRoom() throws Exception {
		CountDownLatch release = new CountDownLatch(1);
		this.store.onWrite = (request) -> waiting(request, release);
		BulkWriter<Item> writer = this.template.bulkWriter(Item.class).batchSize(1).concurrency(1).open();
		add(writer, 2);
		Thread producer = new Thread(() -> writer.add(new Item(2)));
		producer.start();
		while (producer.getState() != Thread.State.WAITING) {
			Thread.onSpinWait();
		}
		release.countDown();
		producer.join();
		assertThat(writer.flush().stored()).isEqualTo(3);
	}

	@Test
	void refusedEntityIsAFailureAndTheLoadGoesOn() {
		List<BulkWriter.Failure<Named>> failures = new ArrayList<>();
		try (BulkWriter<Named> writer = this.template.bulkWriter(Named.class).onFailure(failures::addAll).open()) {
			writer.add(new Named("a"));
			writer.add(new Named(null));
			writer.add(new Named("b"));
			assertThat(writer.flush())
				.extracting(BulkWriter.Progress::added, BulkWriter.Progress::stored, BulkWriter.Progress::failed)
				.containsExactly(3L, 2L, 1L);
		}
		assertThat(failures).singleElement().satisfies((failure) -> {
			assertThat(failure.entity()).isEqualTo(new Named(null));
			assertThat(failure.unknown()).isFalse();
			assertThat(failure.cause()).isInstanceOf(InvalidDataAccessApiUsageException.class);
		});
	}

	@Test
	void refusedEntityIsThrownWhereNobodyTakesFailures() {
		try (BulkWriter<Named> writer = this.template.bulkWriter(Named.class).open()) {
			assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
				.isThrownBy(() -> writer.add(new Named(null)));
			writer.add(new Named("a"));
			assertThat(writer.flush().stored()).isOne();
		}
	}

	@Test
	void closedWriterTakesNothing() {
		BulkWriter<Item> writer = this.template.bulkWriter(Item.class).open();
		writer.close();
		assertThatIllegalStateException().isThrownBy(() -> writer.add(new Item(1)));
	}

	private static WriteRequest waiting(WriteRequest request, CountDownLatch release) {
		try {
			release.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return request;
	}

	private static void add(BulkWriter<Item> writer, int count) {
		for (int i = 0; i < count; i++) {
			writer.add(new Item(i));
		}
	}

	record Named(@Id String id) {
	}

	record Item(@Id long id) {
	}

}
