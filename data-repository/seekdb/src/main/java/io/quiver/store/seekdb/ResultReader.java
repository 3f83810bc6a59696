package io.quiver.store.seekdb;

import java.sql.ResultSet;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * Reads a row of a result.
 *
 * @param <T> what is made of it
 * @author Quiver
 */
@FunctionalInterface
interface ResultReader<T extends @Nullable Object> {

	/**
	 * Read the row that the result stands at. It must not be moved.
	 */
	T read(ResultSet row) throws SQLException;

}
