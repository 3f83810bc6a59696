package io.quiver.store.seekdb;

import io.quiver.data.policy.Attempt;
import org.jspecify.annotations.Nullable;

/**
 * What is done with a connection in one try of the door.
 *
 * @param <T> what comes of it
 * @author Quiver
 */
@FunctionalInterface
interface SessionWork<T extends @Nullable Object> {

	T run(Session session, Attempt attempt);

}
