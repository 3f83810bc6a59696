package io.quiver.store.seekdb;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.quiver.store.seekdb.model.TableDescription;
import org.jspecify.annotations.Nullable;

/**
 * What is known of tables, so that not every search asks for it. It is asked for again
 * after a minute, since others may change a table, and after every change made here.
 *
 * @author Quiver
 */
final class TableDefinitions {

	private static final long MAX_AGE_NANOS = 60_000_000_000L;

	/** More tables than an application has; beyond them, all is asked for again. */
	private static final int MAX_SIZE = 10_000;

	private final Map<String, Known> tables = new ConcurrentHashMap<>();

	/**
	 * Return what a table is.
	 * @throws org.springframework.dao.DataAccessException if it is not there
	 */
	TableDescription get(Session session, String table) {
		TableDescription known = known(table);
		return (known != null) ? known : read(session, table);
	}

	/**
	 * Return what is known of a table, or {@code null} if it is to be asked for.
	 */
	@Nullable TableDescription known(String table) {
		Known known = this.tables.get(lower(table));
		return (known != null && known.isFresh()) ? known.description() : null;
	}

	/**
	 * Ask what a table is, whatever is known.
	 */
	TableDescription read(Session session, String table) {
		TableDescription description = new TableReader(session, table).describe();
		if (this.tables.size() >= MAX_SIZE) {
			this.tables.clear();
		}
		this.tables.put(lower(table), new Known(description, System.nanoTime()));
		return description;
	}

	/**
	 * Forget a table, which has changed or is about to.
	 */
	void forget(String table) {
		this.tables.remove(lower(table));
	}

	private static String lower(String table) {
		return table.toLowerCase(Locale.ROOT);
	}

	private record Known(TableDescription description, long time) {

		boolean isFresh() {
			return System.nanoTime() - this.time < MAX_AGE_NANOS;
		}

	}

}
