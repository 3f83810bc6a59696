package io.quiver.store.seekdb;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import io.quiver.data.policy.Attempt;
import io.quiver.data.policy.Deadline;
import io.quiver.data.policy.NotSentException;
import io.quiver.data.policy.Operation;
import io.quiver.data.policy.PoolStats;
import io.quiver.data.policy.StoreCalls;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;

/**
 * The calls of a server in SQL, for the client and the store: through the door, or within
 * one of its tries.
 *
 * @author Quiver
 */
final class SeekdbCalls implements AutoCloseable {

	private final StoreCalls door;

	private final SeekdbConnections connections;

	private final Watch watch;

	private final AsyncThreads threads;

	private final AtomicBoolean closed = new AtomicBoolean();

	SeekdbCalls(StoreCalls door, SeekdbConnections connections, Watch watch, AsyncThreads threads) {
		this.door = door;
		this.connections = connections;
		this.watch = watch;
		this.threads = threads;
	}

	/**
	 * Return the door, for those who make several statements in one try.
	 */
	StoreCalls door() {
		return this.door;
	}

	/**
	 * Make a call through the door, with a connection for each try.
	 */
	<T extends @Nullable Object> T call(Operation operation, SessionWork<T> work) {
		return this.door.<T>call(operation, (attempt) -> session(attempt, work));
	}

	/**
	 * Begin a call through the door, in a thread of ours and therefore in no transaction
	 * of the caller's. To cancel the result ends it.
	 */
	<T extends @Nullable Object> CompletableFuture<T> callAsync(Operation operation, SessionWork<T> work) {
		return this.door.<T>callAsync(operation, (attempt) -> {
			checkOpen();
			Lease lease = new Lease(attempt.deadline());
			return this.threads.<T>begin(lease, () -> this.<T>lent(lease, (session) -> work.run(session, attempt)));
		});
	}

	/**
	 * Lend a connection, within a try of the door. In a transaction of the application
	 * what fails is not transient any more, since it cannot be tried again alone.
	 */
	<T extends @Nullable Object> T session(Attempt attempt, SessionWork<T> work) {
		return lent(new Lease(attempt.deadline()), (session) -> {
			try {
				return work.run(session, attempt);
			}
			catch (DataAccessException ex) {
				throw (session.isJoined()) ? SeekdbErrors.inTransaction(ex) : ex;
			}
		});
	}

	/**
	 * Lend a connection past the door.
	 */
	<T extends @Nullable Object> T direct(Deadline deadline, Function<JdbcSession, T> work) {
		return lent(new Lease(deadline), work);
	}

	/**
	 * Make a call through the door that goes down to the connection.
	 */
	<T extends @Nullable Object> T jdbc(Operation operation, Function<JdbcSession, T> work) {
		return this.door.<T>call(operation, (attempt) -> lent(new Lease(attempt.deadline()), applied(work, attempt)));
	}

	/**
	 * Begin such a call in a thread of ours.
	 */
	<T extends @Nullable Object> CompletableFuture<T> jdbcAsync(Operation operation, Function<JdbcSession, T> work) {
		return this.door.<T>callAsync(operation, (attempt) -> {
			checkOpen();
			Lease lease = new Lease(attempt.deadline());
			return this.threads.<T>begin(lease, () -> this.<T>lent(lease, applied(work, attempt)));
		});
	}

	/** What an application does with a connection may fail of itself. */
	private static <T extends @Nullable Object> Function<JdbcSession, T> applied(Function<JdbcSession, T> work,
			Attempt attempt) {
		return (session) -> {
			try {
				return work.apply(session);
			}
			catch (RuntimeException ex) {
				if (!session.hasFailedWith(ex)) {
					attempt.failedElsewhere(ex);
				}
				throw ex;
			}
		};
	}

	private <T extends @Nullable Object> T lent(Lease lease, Function<JdbcSession, T> work) {
		Loan loan = loan(lease.deadline());
		this.watch.add(lease);
		try (JdbcSession session = new JdbcSession(loan, lease)) {
			return work.apply(session);
		}
		finally {
			this.watch.remove(lease);
		}
	}

	private Loan loan(Deadline deadline) {
		checkOpen();
		try {
			return this.connections.lend(deadline);
		}
		catch (NotSentException ex) {
			checkOpen();
			throw ex;
		}
	}

	boolean isInTransaction() {
		return this.connections.isInTransaction();
	}

	@Nullable PoolStats stats() {
		return this.connections.stats();
	}

	String shown() {
		return this.connections.shown();
	}

	private void checkOpen() {
		if (this.closed.get()) {
			throw SeekdbErrors.closed();
		}
	}

	/**
	 * End what is under way, and close what is ours.
	 */
	@Override
	public void close() {
		if (this.closed.compareAndSet(false, true)) {
			this.watch.close();
			this.threads.close();
			this.connections.close();
		}
	}

}
