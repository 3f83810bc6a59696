package io.quiver.store.embedded;

import io.quiver.data.policy.Deadline;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.search.IndexSearcher;

/**
 * The deadline of a call as Lucene's searchers carry it.
 *
 * @param deadline the deadline
 * @author Quiver
 */
record SearchDeadline(Deadline deadline) implements QueryTimeout {

	/**
	 * Return what a searcher carries, for the parts of a query in which Lucene does not
	 * look at the clock.
	 */
	static Deadline of(IndexSearcher searcher) {
		return (searcher.getTimeout() instanceof SearchDeadline timeout) ? timeout.deadline() : Deadline.none();
	}

	@Override
	public boolean shouldExit() {
		return this.deadline.isOver();
	}

}
