package io.quiver.store.proxima;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quiver.data.policy.StoreFaults;
import io.quiver.data.store.Key;

import org.springframework.dao.DataAccessException;

/**
 * The keys that one call deletes, over all its tries. A key that is gone may have been
 * deleted by an earlier try that was sent and not answered; then it is counted as
 * deleted, once.
 *
 * @author Quiver
 */
final class DeletedKeys {

	/** Whether a key waits for an answer; no more once it has had one. */
	private final Map<Key, Boolean> unanswered = new HashMap<>();

	private List<Key> keys = List.of();

	/**
	 * Begin a try, after the one before has ended.
	 */
	void begin(List<Key> keys) {
		this.keys = keys;
	}

	/**
	 * Take the answer that a row is deleted, or is gone.
	 * @return whether a try before may have deleted it
	 */
	boolean answered(int row) {
		return Boolean.TRUE.equals(this.unanswered.put(this.keys.get(row), false));
	}

	/**
	 * Take the failure of a row.
	 */
	void failed(int row, DataAccessException failure) {
		if (StoreFaults.mayBeDone(failure)) {
			this.unanswered.putIfAbsent(this.keys.get(row), true);
		}
	}

}
