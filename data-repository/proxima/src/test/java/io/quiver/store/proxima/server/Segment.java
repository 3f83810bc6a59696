package io.quiver.store.proxima.server;

import io.quiver.store.proxima.proto.CollectionStats.SegmentStats;
import io.quiver.store.proxima.proto.CollectionStats.SegmentStats.SegmentState;

/**
 * Counts what has been written to a segment. Deletes are not counted.
 *
 * @author Quiver
 */
final class Segment {

	private static final long NONE = -1;

	private final SegmentStats.Builder stats;

	Segment(int number, long firstId, int columns) {
		this.stats = SegmentStats.newBuilder()
			.setSegmentId(number)
			.setState(SegmentState.SS_WRITING)
			.setMinDocId(firstId)
			.setMinPrimaryKey(NONE)
			.setMinTimestamp(NONE)
			.setMinLsn(NONE)
			.setIndexFileCount(1 + columns)
			.setIndexFileSize((1 + columns) << 20);
	}

	long count() {
		return this.stats.getDocCount();
	}

	/** The next document's own number. */
	long nextId() {
		return this.stats.getMinDocId() + this.stats.getDocCount();
	}

	void add(long key, long lsn) {
		this.stats.setMaxDocId(nextId())
			.setDocCount(this.stats.getDocCount() + 1)
			.setMinPrimaryKey(min(this.stats.getMinPrimaryKey(), key))
			.setMaxPrimaryKey(max(this.stats.getMaxPrimaryKey(), key))
			.setMinTimestamp(0)
			.setMinLsn(min(this.stats.getMinLsn(), lsn))
			.setMaxLsn(max(this.stats.getMaxLsn(), lsn));
	}

	private static long min(long left, long right) {
		return (Long.compareUnsigned(left, right) < 0) ? left : right;
	}

	private static long max(long left, long right) {
		return (Long.compareUnsigned(left, right) > 0) ? left : right;
	}

	/** Write it to disk for good. */
	void persist() {
		this.stats.setState(SegmentState.SS_PERSIST).setIndexFileCount(1);
	}

	SegmentStats stats() {
		return this.stats.build();
	}

}
