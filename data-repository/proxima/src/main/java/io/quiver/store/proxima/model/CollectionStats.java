package io.quiver.store.proxima.model;

import java.util.List;

/**
 * The statistics of a collection. They count what was ever written: no number falls on a
 * delete, and each update counts as one more document.
 *
 * @param collection the name of the collection
 * @param path where the server keeps it
 * @param totalDocCount the number of documents ever written
 * @param totalSegmentCount the number of segments
 * @param totalIndexFileCount the number of files
 * @param totalIndexFileSize their size in bytes
 * @param segments the statistics of each segment
 * @author Quiver
 * @since 0.1
 */
public record CollectionStats(String collection, String path, long totalDocCount, long totalSegmentCount,
		long totalIndexFileCount, long totalIndexFileSize, List<SegmentStats> segments) {

	public CollectionStats {
		segments = List.copyOf(segments);
	}

}
