package io.quiver.store.embedded;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.lucene.search.ReferenceManager;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The rows written since the last refresh of the index, by key. While a refresh is under
 * way its rows stay to be found, since the index shows them only when it is done.
 *
 * @author Quiver
 */
final class LiveRows implements ReferenceManager.RefreshListener {

	private static final byte[] DELETED = {};

	private volatile Generation generation = new Generation();

	private volatile Generation refreshing = new Generation();

	/**
	 * Keep a row; to be called after it was handed to the index.
	 */
	void put(BytesRef key, byte[] row) {
		this.generation.put(key, row);
	}

	void delete(BytesRef key) {
		this.generation.put(key, DELETED);
	}

	/**
	 * Return what is known of a key; to be called before the index is asked.
	 * @param key the key
	 * @return the row, the mark of a deleted one, or {@code null} if the index knows
	 */
	byte @Nullable [] get(BytesRef key) {
		byte[] row = this.generation.rows.get(key);
		return (row != null) ? row : this.refreshing.rows.get(key);
	}

	static boolean isDeleted(byte[] row) {
		return row == DELETED;
	}

	long bytes() {
		return this.generation.bytes.get();
	}

	@Override
	public void beforeRefresh() {
		this.refreshing = this.generation;
		this.generation = new Generation();
	}

	@Override
	public void afterRefresh(boolean refreshed) {
		this.refreshing = new Generation();
	}

	private static final class Generation {

		private static final int OVERHEAD = 100;

		private final Map<BytesRef, byte[]> rows = new ConcurrentHashMap<>();

		private final AtomicLong bytes = new AtomicLong();

		private void put(BytesRef key, byte[] row) {
			this.rows.put(key, row);
			this.bytes.addAndGet(key.length + row.length + OVERHEAD);
		}

	}

}
