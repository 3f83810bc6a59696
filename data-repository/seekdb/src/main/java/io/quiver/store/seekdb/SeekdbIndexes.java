package io.quiver.store.seekdb;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.quiver.data.store.StoreOperations;
import io.quiver.store.seekdb.model.ColumnIndex;
import io.quiver.store.seekdb.model.FullTextIndex;
import io.quiver.store.seekdb.model.IndexInfo;
import io.quiver.store.seekdb.model.TableDescription;
import io.quiver.store.seekdb.model.TableIndex;
import io.quiver.store.seekdb.model.VectorIndex;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.util.Assert;

/**
 * The indexes of a {@link SeekdbTable}. What creates, drops, refreshes or rebuilds one
 * takes as long as it takes, whatever the store's time-outs are, and is refused in a
 * transaction of the application, which it would commit.
 *
 * @author Quiver
 * @since 0.1
 */
public final class SeekdbIndexes {

	/** From how many rows on an index is refreshed if nothing else is said. */
	public static final int DEFAULT_REFRESH_THRESHOLD = 10_000;

	/** From which share of new rows on an index is rebuilt if nothing else is said. */
	public static final double DEFAULT_REBUILD_THRESHOLD = 0.2;

	/** The server ends a refresh like a query, after 10 seconds by default. */
	private static final long LONGEST_MICROS = TimeUnit.HOURS.toMicros(1);

	/** The server allows one refresh or rebuild at a time, its own among them. */
	private static final int NOT_NOW = 4179;

	/** How often an index is looked for that is said to be there. */
	private static final int MAX_LOOKS = 100;

	private static final Duration PAUSE = Duration.ofMillis(50);

	private final TableCalls calls;

	SeekdbIndexes(TableCalls calls) {
		this.calls = calls;
	}

	/**
	 * Create an index. Rows that are there are taken into it.
	 * @param index the index
	 * @throws org.springframework.dao.DataAccessException if there is one of this name,
	 * or the column has a vector index already
	 */
	public void create(TableIndex index) {
		create(index, 0);
	}

	/**
	 * Create an index with several threads of the server.
	 * @param index the index
	 * @param parallel how many, or 0 for the server's own choice
	 */
	public void create(TableIndex index, int parallel) {
		Assert.isTrue(parallel >= 0, () -> "'parallel' must not be negative, as " + parallel + " is");
		this.calls.define(TableOperations.CREATE_INDEX, IndexStatements.create(this.calls.table(), index, parallel));
	}

	/**
	 * Create an index unless it is there. The server's own {@code IF NOT EXISTS} does not
	 * do that.
	 * @param index the index
	 * @return whether it was created
	 * @throws InvalidDataAccessResourceUsageException if there is one of this name that
	 * is of something else, or another vector index of the column
	 */
	public boolean createIfAbsent(TableIndex index) {
		return this.calls.define(TableOperations.CREATE_INDEX, (session) -> {
			if (isThere(session, index)) {
				return false;
			}
			try {
				session.update(IndexStatements.create(this.calls.table(), index, 0));
				return true;
			}
			catch (DataIntegrityViolationException | InvalidDataAccessApiUsageException ex) {
				// somebody else may have been faster, whose index is seen a moment later
				for (int looks = (isTaken(ex)) ? MAX_LOOKS : 1; looks > 0; looks--) {
					if (isThere(session, index)) {
						return false;
					}
					LockSupport.parkNanos(PAUSE.toNanos());
				}
				throw ex;
			}
		});
	}

	private static boolean isTaken(DataAccessException ex) {
		return ex instanceof DataIntegrityViolationException
				|| String.valueOf(ex.getMessage()).contains("column has vector index");
	}

	private boolean isThere(Session session, TableIndex index) {
		TableDescription table = this.calls.freshDefinition(session);
		Optional<IndexInfo> there = table.index(index.name());
		there.ifPresent((found) -> check(index, found));
		if (there.isEmpty() && index instanceof VectorIndex) {
			String column = index.columns().get(0);
			table.vectorIndex(column).ifPresent((other) -> {
				throw new InvalidDataAccessResourceUsageException(
						"The field '" + column + "' of '" + table.name() + "' has the vector index '" + other.name()
								+ "' already, and the server allows one: drop that, or use its name");
			});
		}
		return there.isPresent();
	}

	/** Settings that were not asked for are the server's own, and any will do. */
	private void check(TableIndex wanted, IndexInfo there) {
		boolean columns = String.join("\n", wanted.columns()).equalsIgnoreCase(String.join("\n", there.columns()));
		boolean same = (wanted instanceof VectorIndex vector)
				? there.kind() == IndexInfo.Kind.VECTOR && there.type() == vector.options().type()
						&& there.fits(vector.distance())
				: there.kind() != IndexInfo.Kind.VECTOR
						&& (there.kind() == IndexInfo.Kind.FULLTEXT) == wanted instanceof FullTextIndex
						&& (there.kind() == IndexInfo.Kind.UNIQUE) == isUnique(wanted);
		if (!columns || !same) {
			throw new InvalidDataAccessResourceUsageException("There is an index '" + there.name() + "' of '"
					+ this.calls.table() + "' already, but it is " + there.kind() + " of " + there.columns() + " with "
					+ there.parameters() + ": drop it, or choose another name");
		}
	}

	private static boolean isUnique(TableIndex index) {
		return index instanceof ColumnIndex column && column.unique();
	}

	/**
	 * List the indexes.
	 * @return the indexes as they are now, the primary key among them
	 */
	public List<IndexInfo> list() {
		return this.calls.call(StoreOperations.DESCRIBE, (session) -> this.calls.freshDefinition(session).indexes());
	}

	/**
	 * Drop an index.
	 * @param name the name
	 * @throws org.springframework.dao.DataAccessException if there is none of this name
	 */
	public void drop(String name) {
		this.calls.define(TableOperations.DROP_INDEX, IndexStatements.drop(this.calls.table(), name));
	}

	/**
	 * Drop an index if it is there.
	 * @param name the name
	 * @return whether it was there
	 */
	public boolean dropIfPresent(String name) {
		return this.calls.define(TableOperations.DROP_INDEX, (session) -> {
			boolean there = this.calls.freshDefinition(session).index(name).isPresent();
			if (there) {
				session.update(IndexStatements.drop(this.calls.table(), name));
			}
			return there;
		});
	}

	/**
	 * Move what was written since into a vector index if that is
	 * {@value #DEFAULT_REFRESH_THRESHOLD} rows or more.
	 * @param name the name of the index
	 * @throws CannotAcquireLockException if the server is doing so already
	 */
	public void refresh(String name) {
		refresh(name, DEFAULT_REFRESH_THRESHOLD);
	}

	/**
	 * Move what was written since into a vector index of the HNSW family; others are
	 * rebuilt instead. It makes searches faster; that they find more is the work of
	 * {@link #refreshAll()}.
	 * @param name the name of the index
	 * @param threshold how many rows there must be for that, 0 for any number
	 * @throws CannotAcquireLockException if the server is doing so already
	 */
	public void refresh(String name, int threshold) {
		Assert.isTrue(threshold >= 0, () -> "'threshold' must not be negative, as " + threshold + " is");
		Sql refresh = IndexStatements.refresh(this.calls.table(), name, threshold);
		this.calls.define(TableOperations.REFRESH_INDEX, (session) -> keepUp(session, refresh));
	}

	/**
	 * Build a vector index anew if a share of {@value #DEFAULT_REBUILD_THRESHOLD} of its
	 * rows or more is new.
	 * @param name the name of the index
	 * @throws CannotAcquireLockException if the server is doing so already
	 */
	public void rebuild(String name) {
		rebuild(name, DEFAULT_REBUILD_THRESHOLD);
	}

	/**
	 * Build a vector index anew.
	 * @param name the name of the index
	 * @param threshold which share of its rows must be new for that, 0 to 1, 0 for any
	 * @throws CannotAcquireLockException if the server is doing so already
	 */
	public void rebuild(String name, double threshold) {
		Assert.isTrue(threshold >= 0 && threshold <= 1, () -> "'threshold' must be between 0 and 1, not " + threshold);
		Sql rebuild = IndexStatements.rebuild(this.calls.table(), name, threshold);
		this.calls.define(TableOperations.REBUILD_INDEX, (session) -> keepUp(session, rebuild));
	}

	/**
	 * Let every asynchronous vector index of the server take up what was committed
	 * before, so that searches find it. Takes up to some seconds, and commits nothing.
	 */
	public void refreshAll() {
		this.calls.call(TableOperations.REFRESH_INDEX, (session) -> session.withVariable("ob_query_timeout",
				LONGEST_MICROS, () -> keepUp(session, IndexStatements.refreshAll())));
	}

	static int keepUp(Session session, Sql sql) {
		try {
			return session.update(sql);
		}
		catch (UncategorizedSQLException ex) {
			SQLException cause = ex.getSQLException();
			if (cause != null && cause.getErrorCode() == NOT_NOW) {
				throw new CannotAcquireLockException(
						"The server is refreshing or rebuilding an index already: try again when it has done so", ex);
			}
			throw ex;
		}
	}

}
