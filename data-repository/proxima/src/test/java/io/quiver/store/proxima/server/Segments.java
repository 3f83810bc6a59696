package io.quiver.store.proxima.server;

import java.util.ArrayList;
import java.util.List;

import io.quiver.store.proxima.proto.CollectionStats;
import io.quiver.store.proxima.proto.CollectionStats.SegmentStats;

/**
 * The segments of a collection. A full one is dumped; until that is done, here at the end
 * of the request, the next one grows without limit.
 *
 * @author Quiver
 */
final class Segments {

	/** How far the numbers of the next segment stand from those of the last. */
	private static final long GAP = 1000;

	private static final int FILES_OF_THE_COLLECTION = 4;

	private final List<Segment> segments = new ArrayList<>();

	private final long limit;

	private final int columns;

	private boolean dumping;

	/**
	 * How many are dumped: the others are forgotten if the server ends without a flush.
	 */
	private int dumped;

	Segments(long limit, int columns) {
		this.limit = limit;
		this.columns = columns;
		this.segments.add(new Segment(0, 0, columns));
	}

	private Segment writing() {
		return this.segments.get(this.segments.size() - 1);
	}

	/** Count a document and give it its number. */
	long add(long key, long lsn) {
		long id = writing().nextId();
		writing().add(key, lsn);
		if (!this.dumping && Long.compareUnsigned(writing().count(), this.limit) >= 0) {
			this.dumping = true;
			this.segments.add(new Segment(this.segments.size(), id + GAP, this.columns));
		}
		return id;
	}

	/** Finish the dump that may be under way. */
	void dumped() {
		if (this.dumping) {
			this.dumping = false;
			this.segments.get(this.dumped++).persist();
		}
	}

	/** Forget the counters of the segment that is written to. */
	void forget() {
		long first = (this.segments.size() == 1) ? 0 : writing().nextId();
		this.segments.set(this.segments.size() - 1, new Segment(this.segments.size() - 1, first, this.columns));
	}

	/** Whether a document is in a segment that has been dumped. */
	boolean persistent(long id) {
		return this.segments.size() > 1 && id < writing().stats().getMinDocId();
	}

	void describe(CollectionStats.Builder stats) {
		stats.addAllSegmentStats(this.segments.stream().map(Segment::stats).toList());
		stats.setTotalSegmentCount(this.segments.size());
		for (SegmentStats segment : stats.getSegmentStatsList()) {
			stats.setTotalDocCount(stats.getTotalDocCount() + segment.getDocCount())
				.setTotalIndexFileCount(stats.getTotalIndexFileCount() + segment.getIndexFileCount())
				.setTotalIndexFileSize(stats.getTotalIndexFileSize() + segment.getIndexFileSize());
		}
		stats.setTotalIndexFileCount(stats.getTotalIndexFileCount() + FILES_OF_THE_COLLECTION);
	}

}
