package io.quiver.store.embedded;

import java.util.Collection;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

import io.quiver.data.policy.Deadline;
import org.apache.lucene.util.BytesRef;

import org.springframework.dao.QueryTimeoutException;

/**
 * Locks of keys, fewer than there are keys: whoever holds those of some keys decides what
 * becomes of their rows.
 *
 * @author Quiver
 */
final class KeyLocks {

	private static final int STRIPES = 1024;

	private final ReentrantLock[] locks = IntStream.range(0, STRIPES)
		.mapToObj((stripe) -> new ReentrantLock())
		.toArray(ReentrantLock[]::new);

	/**
	 * Take the locks of keys, always in one order so that nobody waits for himself.
	 * @param keys the keys
	 * @param deadline how long to wait for them
	 * @return the locks held, to be closed
	 * @throws org.springframework.dao.QueryTimeoutException if none is held
	 */
	Held lock(Collection<BytesRef> keys, Deadline deadline) {
		int[] stripes = keys.stream().mapToInt((key) -> spread(key.hashCode())).distinct().sorted().toArray();
		int held = 0;
		try {
			while (held < stripes.length) {
				TimedLock.lock(this.locks[stripes[held]], deadline);
				held++;
			}
		}
		catch (QueryTimeoutException ex) {
			unlock(stripes, held);
			throw ex;
		}
		return () -> unlock(stripes, stripes.length);
	}

	private void unlock(int[] stripes, int held) {
		for (int i = 0; i < held; i++) {
			this.locks[stripes[i]].unlock();
		}
	}

	private static int spread(int hash) {
		return (hash ^ hash >>> 16) & STRIPES - 1;
	}

	/**
	 * Locks that are held.
	 */
	@FunctionalInterface
	interface Held extends AutoCloseable {

		@Override
		void close();

	}

}
