package io.quiver.store.seekdb;

import java.sql.Connection;

/**
 * A connection that is lent out.
 *
 * @author Quiver
 */
interface Loan {

	Connection connection();

	/**
	 * Return whether it takes part in a transaction of the application, so that what
	 * fails on it cannot be tried again on another.
	 */
	boolean isJoined();

	/**
	 * Return after what time the driver ends a statement because a transaction of the
	 * application has no more.
	 * @return the seconds, 0 for no limit
	 * @throws org.springframework.transaction.TransactionTimedOutException if it has none
	 */
	int secondsLeft();

	/**
	 * Return whether {@link #cut()} ends what is under way at once. Otherwise the driver
	 * is told of the deadline, too.
	 */
	boolean endsAtOnce();

	/**
	 * End what is under way on it, from another thread. It cannot be used any more.
	 */
	void cut();

	/**
	 * End what SQL has begun and not ended, which the next user's writes would be lost
	 * with.
	 * @return whether nothing is left of it
	 */
	boolean endTransaction();

	/**
	 * Give it back.
	 * @param usable whether somebody else may use it
	 */
	void giveBack(boolean usable);

}
