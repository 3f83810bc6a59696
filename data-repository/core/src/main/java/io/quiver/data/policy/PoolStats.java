package io.quiver.data.policy;

/**
 * What can be asked of a pool of sessions at any time, at no cost.
 *
 * @author Quiver
 * @since 0.1
 */
public interface PoolStats {

	/**
	 * Return how many sessions are lent out.
	 * @return the number of sessions in use
	 */
	int active();

	/**
	 * Return how many sessions wait for use.
	 * @return the number of open sessions not in use
	 */
	int idle();

	/**
	 * Return how many callers wait for a session.
	 * @return the number of callers
	 */
	int pending();

	/**
	 * Return how many sessions there may be.
	 * @return the largest number of sessions
	 */
	int max();

}
