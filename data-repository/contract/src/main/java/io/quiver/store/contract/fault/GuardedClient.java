package io.quiver.store.contract.fault;

import java.util.concurrent.CompletableFuture;

import io.quiver.data.policy.PoolStats;
import org.jspecify.annotations.Nullable;

/**
 * The client of a store as {@link FaultContract} uses it: one call of each
 * {@link io.quiver.data.policy.Safety}, all through the door that the client was given.
 * Rows have numbers; those that the suite uses are not used twice.
 *
 * @author Quiver
 * @since 0.1
 */
public interface GuardedClient extends AutoCloseable {

	/**
	 * Read a row, as a {@code READ}.
	 * @param row the number of the row
	 * @return its value, or {@code null} if there is no such row
	 */
	@Nullable String read(int row);

	/**
	 * Store a row, as an {@code IDEMPOTENT_WRITE}.
	 * @param row the number of the row
	 * @param value its value: letters, digits and dashes
	 */
	void save(int row, String value);

	/**
	 * Return whether the client has a {@code WRITE}, so that {@link #add} is there.
	 * @return {@code true} if it has; {@code false} unless overridden
	 */
	default boolean canAdd() {
		return false;
	}

	/**
	 * Do something that shows if it is done twice, as a {@code WRITE}.
	 * @param row the number of what it is done to
	 */
	default void add(int row) {
		throw new UnsupportedOperationException("This client has no WRITE");
	}

	/**
	 * Return how often the server has done what {@link #add} asks for. Not called while
	 * there is a fault.
	 * @param row the number
	 * @return how often it was done
	 */
	default long added(int row) {
		throw new UnsupportedOperationException("This client has no WRITE");
	}

	/**
	 * Return whether the client has the asynchronous form of its calls.
	 * @return {@code true} if it has; {@code false} unless overridden
	 */
	default boolean isAsync() {
		return false;
	}

	/**
	 * Begin to {@link #read}.
	 * @param row the number of the row
	 * @return the value to come
	 */
	default CompletableFuture<@Nullable String> readAsync(int row) {
		throw new UnsupportedOperationException("This client only has calls that wait");
	}

	/**
	 * Begin to {@link #save}.
	 * @param row the number of the row
	 * @param value its value
	 * @return the end to come
	 */
	default CompletableFuture<?> saveAsync(int row, String value) {
		throw new UnsupportedOperationException("This client only has calls that wait");
	}

	/**
	 * Begin to {@link #add}.
	 * @param row the number
	 * @return the end to come
	 */
	default CompletableFuture<?> addAsync(int row) {
		throw new UnsupportedOperationException("This client only has calls that wait");
	}

	/**
	 * Return the pool of the client's sessions.
	 * @return the pool, or {@code null} if calls share a connection
	 */
	@Nullable PoolStats pool();

	/**
	 * Close the client and all its connections.
	 */
	@Override
	void close();

}
