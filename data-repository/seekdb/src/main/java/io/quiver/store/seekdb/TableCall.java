package io.quiver.store.seekdb;

import java.util.function.Function;

import io.quiver.data.policy.Operation;
import org.jspecify.annotations.Nullable;

/**
 * A call about a table, ready to be made in either form of the client.
 *
 * @param <T> the type of the result
 * @param operation what is asked of the store, of no table yet
 * @param work what is done with a connection, at every try
 * @author Quiver
 */
record TableCall<T extends @Nullable Object>(Operation operation, Function<Session, T> work) {

}
