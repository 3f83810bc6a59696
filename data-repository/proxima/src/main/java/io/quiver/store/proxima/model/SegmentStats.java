package io.quiver.store.proxima.model;

import org.jspecify.annotations.Nullable;

/**
 * The statistics of a segment. The least values are {@code null} as long as there is
 * none.
 *
 * @param id the number of the segment
 * @param state what the server does with it
 * @param docCount the number of documents ever written to it
 * @param indexFileCount the number of files
 * @param indexFileSize their size in bytes
 * @param minDocId the least internal number of a document
 * @param maxDocId the greatest internal number of a document
 * @param minPrimaryKey the least key, without a sign
 * @param maxPrimaryKey the greatest key, without a sign
 * @param minTimestamp the time of the first write
 * @param maxTimestamp the time of the last write
 * @param minLsn the least sequence number
 * @param maxLsn the greatest sequence number
 * @param path where the server keeps it, often empty
 * @author Quiver
 * @since 0.1
 */
public record SegmentStats(int id, State state, long docCount, long indexFileCount, long indexFileSize,
		@Nullable Long minDocId, long maxDocId, @Nullable Long minPrimaryKey, long maxPrimaryKey,
		@Nullable Long minTimestamp, long maxTimestamp, @Nullable Long minLsn, long maxLsn, String path) {

	/**
	 * What the server does with a segment.
	 */
	public enum State {

		/** Made. */
		CREATED,

		/** Takes writes. */
		WRITING,

		/** Is being written to disk. */
		DUMPING,

		/** Is being merged. */
		COMPACTING,

		/** Is on disk for good. */
		PERSIST,

		/** One that this client does not know. */
		UNKNOWN

	}

}
