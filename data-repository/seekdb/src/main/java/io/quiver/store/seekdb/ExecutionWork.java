package io.quiver.store.seekdb;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * What is done with a statement.
 *
 * @param <T> what comes of it
 * @author Quiver
 */
@FunctionalInterface
interface ExecutionWork<T extends @Nullable Object> {

	T run(Execution execution) throws SQLException;

}
