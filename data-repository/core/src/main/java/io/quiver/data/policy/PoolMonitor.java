package io.quiver.data.policy;

/**
 * Watches the pool of a store, under names that are the same for every kind of store. A
 * client hands its pool over when it is made.
 *
 * @author Quiver
 * @since 0.1
 */
@FunctionalInterface
public interface PoolMonitor {

	/**
	 * Watch a pool until the listener is closed.
	 * @param pool the pool
	 * @return hears what happens in it
	 */
	PoolListener watch(PoolStats pool);

	/**
	 * Return a monitor that looks away.
	 * @return a monitor without effect
	 */
	static PoolMonitor none() {
		return (pool) -> new PoolListener() {

			@Override
			public void acquired(long nanos) {
			}

			@Override
			public void timedOut() {
			}

			@Override
			public void close() {
			}

		};
	}

}
