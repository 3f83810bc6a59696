package io.quiver.store.seekdb;

import io.quiver.data.policy.Deadline;
import io.quiver.data.policy.PoolStats;
import org.jspecify.annotations.Nullable;

/**
 * Where connections come from.
 *
 * @author Quiver
 */
interface SeekdbConnections extends AutoCloseable {

	/**
	 * Lend a connection. Nothing is sent before.
	 * @param deadline until when to wait for it
	 * @throws io.quiver.data.policy.NotSentException if there is none in time
	 * @throws org.springframework.dao.DataAccessException if there never will be one
	 */
	Loan lend(Deadline deadline);

	/**
	 * Return whether a connection lent to this thread would be that of a transaction of
	 * the application's.
	 */
	boolean isInTransaction();

	/**
	 * Return the figures of the pool, or {@code null} if it is not ours.
	 */
	@Nullable PoolStats stats();

	/**
	 * Return where it connects to, without credentials, or an empty text if that is not
	 * known.
	 */
	String shown();

	/**
	 * Close what is ours.
	 */
	@Override
	void close();

}
