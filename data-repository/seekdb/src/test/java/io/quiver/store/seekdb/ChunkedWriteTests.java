package io.quiver.store.seekdb;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import io.quiver.data.policy.NotSentException;
import io.quiver.data.store.Key;
import io.quiver.data.store.WriteResult;
import io.quiver.data.store.WriteResult.Outcome;
import io.quiver.data.store.WriteResult.RowFailure;
import org.junit.jupiter.api.Test;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * @author Quiver
 */
class ChunkedWriteTests {

	private final List<String> sent = new ArrayList<>();

	private Session session = new RecordingSession(false, this.sent);

	/** Statements fail that hold one of some rows. */
	private WriteResult write(int size, Set<Integer> bad, DataAccessException failure) {
		RowOutcomes outcomes = new RowOutcomes(size);
		new ChunkedWrite(this.session, size, outcomes, (row) -> 0, (from, to) -> {
			this.sent.add(from + "-" + to);
			if (IntStream.range(from, to).anyMatch(bad::contains)) {
				throw failure;
			}
			outcomes.done();
		}, (first, row) -> true).run();
		return outcomes.result((row) -> Key.of((long) row));
	}

	@Test
	void sendsManyRowsInStatementsOfBoundedNumber() {
		assertThat(write(2500, Set.of(), new DuplicateKeyException("unused"))).isEqualTo(WriteResult.allStored(2500));
		assertThat(this.sent).containsExactly("0-1000", "1000-2000", "2000-2500");
	}

	@Test
	void sendsLargeRowsInStatementsOfBoundedSize() {
		RowOutcomes outcomes = new RowOutcomes(5);
		new ChunkedWrite(this.session, 5, outcomes, (row) -> (row == 3) ? 100 << 20 : 2 << 20,
				(from, to) -> this.sent.add(from + "-" + to), (first, row) -> true)
			.run();
		assertThat(this.sent).containsExactly("0-2", "2-3", "3-4", "4-5");
	}

	@Test
	void sendsRowsAloneThatMustBe() {
		RowOutcomes outcomes = new RowOutcomes(5);
		new ChunkedWrite(this.session, 5, outcomes, (row) -> 0, (from, to) -> this.sent.add(from + "-" + to),
				(first, row) -> first != 2 && row != 2)
			.run();
		assertThat(this.sent).containsExactly("0-2", "2-3", "3-5");
	}

	@Test
	void narrowsAStatementToTheRowsThatFail() {
		WriteResult result = write(8, Set.of(1, 6), new DuplicateKeyException("there"));
		assertThat(result.affected()).isEqualTo(6);
		assertThat(result.failures()).extracting(RowFailure::index).containsExactly(1, 6);
		assertThat(result.failures()).allSatisfy((failure) -> {
			assertThat(failure.outcome()).isEqualTo(Outcome.FAILED);
			assertThat(failure.cause()).isInstanceOf(DuplicateKeyException.class);
		});
	}

	@Test
	void knowsNothingOfRowsThatWereUnderWayWhenTheConnectionBroke() {
		WriteResult result = write(2500, Set.of(1500), new TransientDataAccessResourceException("broken"));
		assertThat(this.sent).containsExactly("0-1000", "1000-2000");
		assertThat(result.affected()).isEqualTo(1000);
		assertThat(result.failures()).hasSize(1500);
		assertThat(result.failures().subList(0, 1000)).extracting(RowFailure::outcome).containsOnly(Outcome.UNKNOWN);
		assertThat(result.failures().subList(1000, 1500)).allSatisfy((failure) -> {
			assertThat(failure.outcome()).isEqualTo(Outcome.FAILED);
			assertThat(failure.cause()).isInstanceOf(NotSentException.class);
		});
	}

	@Test
	void failsAsAWholeWhereNothingIsKnownOfAnyRow() {
		assertThatExceptionOfType(CannotAcquireLockException.class)
			.isThrownBy(() -> write(3, Set.of(1), new CannotAcquireLockException("locked")));
		assertThat(this.sent).containsExactly("0-3");
	}

	@Test
	void leavesToTheTransactionOfTheApplicationWhatMightPassOtherwise() {
		this.session = new RecordingSession(true, this.sent);
		WriteResult result = write(2500, Set.of(1500), new CannotAcquireLockException("locked"));
		assertThat(result.failures()).extracting(RowFailure::cause)
			.allSatisfy((cause) -> assertThat(cause).isInstanceOf(RecoverableDataAccessException.class));
	}

	@Test
	void tellsKeysThatWereMade() {
		RowOutcomes outcomes = new RowOutcomes(3);
		outcomes.made(0, Key.of(41L));
		outcomes.refused(1, new DuplicateKeyException("there"));
		outcomes.done();
		assertThat(outcomes.result((row) -> Key.of((long) row)).keys()).containsExactly(Key.of(41L), Key.of(2L));
	}

}
