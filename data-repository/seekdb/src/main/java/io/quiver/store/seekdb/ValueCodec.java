package io.quiver.store.seekdb;

import java.sql.ResultSet;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * How the values of a type are kept in a table.
 *
 * @author Quiver
 */
interface ValueCodec {

	/**
	 * Say what stands against a value.
	 * @param value the value, possibly of another type
	 * @return half a sentence, or {@code null} if nothing does
	 */
	@Nullable String problem(Object value);

	/**
	 * Return what a value is as a parameter.
	 */
	Object write(Object value);

	/**
	 * Return what a value is as a parameter that is compared with
	 * {@link SeekdbColumn#comparable what the column is compared by}.
	 */
	default Object operand(Object value) {
		return write(value);
	}

	/**
	 * Read a value from the row that a result stands at.
	 */
	@Nullable Object read(ResultSet row, int place) throws SQLException;

}
