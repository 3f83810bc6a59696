package io.quiver.store.embedded;

import java.util.Collection;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

import org.apache.lucene.util.BytesRef;

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
	 * @return the locks held, to be closed
	 */
	Held lock(Collection<BytesRef> keys) {
		int[] stripes = keys.stream().mapToInt((key) -> spread(key.hashCode())).distinct().sorted().toArray();
		for (int stripe : stripes) {
			this.locks[stripe].lock();
		}
		return () -> {
			for (int stripe : stripes) {
				this.locks[stripe].unlock();
			}
		};
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
