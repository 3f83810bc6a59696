package io.quiver.data.policy;

/**
 * Gives each store the monitor of its pool. A bean of this type is asked once for each
 * store that has one.
 *
 * @author Quiver
 * @since 0.1
 */
@FunctionalInterface
public interface PoolMonitors {

	/**
	 * Return the monitor of a store's pool.
	 * @param store the name that the application gave to the store
	 * @param system the name of the system, such as {@code weaviate}, as observations
	 * have it
	 * @return the monitor
	 */
	PoolMonitor of(String store, String system);

	/**
	 * Return monitors that look away.
	 * @return monitors without effect
	 */
	static PoolMonitors none() {
		return (store, system) -> PoolMonitor.none();
	}

}
