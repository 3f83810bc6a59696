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
	 * Return whether {@link #cut()} ends what is under way at once. Otherwise the driver
	 * is told of the deadline, too.
	 */
	boolean endsAtOnce();

	/**
	 * End what is under way on it, from another thread. It cannot be used any more.
	 */
	void cut();

	/**
	 * Give it back.
	 * @param usable whether somebody else may use it
	 */
	void giveBack(boolean usable);

}
