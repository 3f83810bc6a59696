package io.quiver.store.seekdb;

import java.util.LinkedHashSet;
import java.util.Set;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The tables that a transaction of the application has written to. No index takes that up
 * before its commit.
 *
 * @author Quiver
 */
final class CommittedWrites implements TransactionSynchronization {

	private final Set<String> tables = new LinkedHashSet<>();

	private final SeekdbRefresh refresh;

	private CommittedWrites(SeekdbRefresh refresh) {
		this.refresh = refresh;
	}

	/**
	 * Add a table to those of the present transaction.
	 */
	static void add(SeekdbRefresh refresh, String table) {
		for (TransactionSynchronization known : TransactionSynchronizationManager.getSynchronizations()) {
			if (known instanceof CommittedWrites writes && writes.refresh == refresh) {
				writes.tables.add(table);
				return;
			}
		}
		CommittedWrites writes = new CommittedWrites(refresh);
		writes.tables.add(table);
		TransactionSynchronizationManager.registerSynchronization(writes);
	}

	@Override
	public void afterCommit() {
		this.tables.forEach(this.refresh::added);
		RefreshFailedException failure = null;
		for (String table : this.tables) {
			try {
				this.refresh.afterCommit(table);
			}
			catch (RefreshFailedException ex) {
				if (failure == null) {
					failure = ex;
				}
				else {
					failure.addSuppressed(ex);
				}
			}
		}
		if (failure != null) {
			throw failure;
		}
	}

	@Override
	public void afterCompletion(int status) {
		if (status == STATUS_UNKNOWN) {
			this.tables.forEach(this.refresh::added);
		}
	}

}
