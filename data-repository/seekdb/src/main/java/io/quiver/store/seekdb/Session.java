package io.quiver.store.seekdb;

import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * A connection, lent for one try of the door. Used by one thread. Everything ends at the
 * deadline of the try, and fails with Spring's
 * {@link org.springframework.dao.DataAccessException} family.
 * <p>
 * Values of parameters are: strings, booleans, integers, longs, floats, doubles, big
 * decimals and integers, bytes, dates, local date-times, instants (as date-times in UTC),
 * UUIDs (as their text), and {@code float[]} as vectors. A number or vector that is not
 * finite is refused before it is sent.
 *
 * @author Quiver
 */
interface Session {

	/**
	 * Tell whether it takes part in a transaction of the application, which is then not
	 * to be committed here.
	 */
	boolean isJoined();

	/**
	 * Ask for rows, which are read one by one as they come.
	 * @return what was made of them
	 */
	<T extends @Nullable Object> List<T> query(Sql sql, ResultReader<T> reader);

	/**
	 * Execute a statement that returns no rows.
	 * @return how many rows it affected, or found: an update that changes nothing counts
	 */
	int update(Sql sql);

	/**
	 * Execute statements of the same text in as few round trips as the driver can. The
	 * first failure is that of the whole, though others may be done: use it
	 * {@link #inTransaction within a transaction}.
	 * @return how many rows each affected
	 */
	int[] updateEach(List<Sql> statements);

	/**
	 * Execute an insert of rows whose keys the server makes.
	 * @return the keys that the driver tells: of several rows, that of the first alone
	 */
	List<Long> insertReturningKeys(Sql sql);

	/**
	 * Do something as a whole or not at all: in a transaction, or as a part of that which
	 * there is, be it ours or the application's.
	 */
	<T extends @Nullable Object> T inTransaction(Supplier<T> work);

	/**
	 * Do something with another value of a session variable, which is restored whatever
	 * happens; a connection where that fails is never used again.
	 * @param variable the name, of ours
	 * @param value the value
	 */
	<T extends @Nullable Object> T withVariable(String variable, long value, Supplier<T> work);

}
