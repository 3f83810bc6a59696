package io.quiver.store.seekdb;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

import io.quiver.data.core.query.WriteOptions;
import io.quiver.data.policy.Attempt;
import io.quiver.data.policy.Operation;
import io.quiver.data.store.Column.VectorColumn;
import io.quiver.data.store.NearestRequest;
import io.quiver.data.store.WriteRequest;
import io.quiver.store.seekdb.model.RefreshPolicy;
import io.quiver.store.seekdb.model.TableDescription;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Has asynchronous vector indexes take up what was written, when the policy says so. The
 * server does that for all of its tables at once, and commits nothing.
 *
 * @author Quiver
 */
final class SeekdbRefresh {

	/** Of the same name as that of the client, but within the store's time-outs. */
	private static final Operation REFRESH = Operation.idempotentWrite(TableOperations.REFRESH_INDEX.name());

	/** The server is doing something of the kind itself. */
	private static final int NOT_NOW = 4179;

	private static final Duration PAUSE = Duration.ofMillis(20);

	private final RefreshPolicy policy;

	private final SeekdbCalls calls;

	private final TableDefinitions definitions;

	private final Map<String, UnfoundWrites> tables = new ConcurrentHashMap<>();

	SeekdbRefresh(RefreshPolicy policy, SeekdbCalls calls, TableDefinitions definitions) {
		this.policy = policy;
		this.calls = calls;
		this.definitions = definitions;
	}

	/**
	 * Note that rows were or may have been written, within the try that did so.
	 */
	void written(Session session, WriteRequest request) {
		if (this.policy == RefreshPolicy.NONE || !hasVectors(request)) {
			return;
		}
		String table = request.collection().name();
		if (session.isJoined() && TransactionSynchronizationManager.isSynchronizationActive()) {
			CommittedWrites.add(this, table);
		}
		else {
			added(table);
		}
	}

	/** What writes no vector is found as before. */
	private static boolean hasVectors(WriteRequest request) {
		for (int place = 0; place < request.columns().size(); place++) {
			if (request.collection().columns().get(request.columns().column(place)) instanceof VectorColumn) {
				return true;
			}
		}
		return false;
	}

	void added(String table) {
		this.tables.computeIfAbsent(table, (name) -> new UnfoundWrites()).add();
	}

	/**
	 * Refresh at the end of a call that has written. What is part of a transaction is
	 * refreshed after that.
	 */
	void afterWrites(String table, WriteOptions options) {
		if (this.policy == RefreshPolicy.AFTER_WRITE) {
			refresh(table, options, false);
		}
	}

	/**
	 * Refresh behind the commit of a transaction, on its connection: to wait for another
	 * one would keep this one from those who wait as well.
	 */
	void afterCommit(String table) {
		if (this.policy == RefreshPolicy.AFTER_WRITE) {
			refresh(table, WriteOptions.none(), true);
		}
	}

	private void refresh(String table, WriteOptions options, boolean committed) {
		UnfoundWrites unfound = this.tables.get(table);
		if (unfound == null || !unfound.isAny()) {
			return;
		}
		TableDescription known = this.definitions.known(table);
		if (known != null && !isAsynchronous(known)) {
			return;
		}
		try {
			this.calls.call(REFRESH.on(table).within(options.timeout()), (session, attempt) -> {
				if (!session.isJoined()) {
					refresh(session, attempt, table, unfound);
				}
				else if (committed) {
					refreshJoined(session, attempt, table, unfound);
				}
				return table;
			});
		}
		catch (RefreshFailedException ex) {
			throw ex;
		}
		catch (DataAccessException ex) {
			throw new RefreshFailedException(table, ex);
		}
	}

	/** There is no transaction any more that could be begun again. */
	private void refreshJoined(Session session, Attempt attempt, String table, UnfoundWrites unfound) {
		try {
			refresh(session, attempt, table, unfound);
		}
		catch (DataAccessException ex) {
			throw new RefreshFailedException(table, ex);
		}
	}

	/**
	 * Refresh within the try of an approximate search.
	 */
	void beforeSearch(Session session, Attempt attempt, NearestRequest request) {
		if (this.policy == RefreshPolicy.ON_DEMAND && !request.options().exact()) {
			String table = request.collection().name();
			UnfoundWrites unfound = this.tables.get(table);
			if (unfound != null && unfound.isAny()) {
				refresh(session, attempt, table, unfound);
			}
		}
	}

	private void refresh(Session session, Attempt attempt, String table, UnfoundWrites unfound) {
		boolean asynchronous = isAsynchronous(this.definitions.get(session, table));
		unfound.refresh(attempt.deadline(), () -> {
			if (asynchronous) {
				refresh(session);
			}
		});
	}

	private static boolean isAsynchronous(TableDescription table) {
		return table.indexes().stream().anyMatch((index) -> "async".equals(index.parameters().get("sync_mode")));
	}

	/** Each statement is sent within the deadline, or not at all. */
	static void refresh(Session session) {
		while (true) {
			try {
				session.update(IndexStatements.refreshAll());
				return;
			}
			catch (DataAccessException ex) {
				if (!(ex.getCause() instanceof SQLException sql && sql.getErrorCode() == NOT_NOW)
						|| Thread.currentThread().isInterrupted()) {
					throw ex;
				}
			}
			LockSupport.parkNanos(PAUSE.toNanos());
		}
	}

	/**
	 * Note that a table may have been made or changed.
	 */
	void defined(String table) {
		this.definitions.forget(table);
	}

	void dropped(String table) {
		this.definitions.forget(table);
		this.tables.remove(table);
	}

}
