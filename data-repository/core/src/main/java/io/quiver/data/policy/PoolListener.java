package io.quiver.data.policy;

/**
 * Hears what happens in a pool of sessions.
 *
 * @author Quiver
 * @since 0.1
 */
public interface PoolListener extends AutoCloseable {

	/**
	 * A session was lent out.
	 * @param nanos how long its taker waited for it, in nanoseconds
	 */
	void acquired(long nanos);

	/**
	 * A caller left without a session, since none came free in time.
	 */
	void timedOut();

	/**
	 * The pool is closed.
	 */
	@Override
	void close();

}
