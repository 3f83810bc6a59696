package io.quiver.sample;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How far the index is.
 *
 * @param phase what is being done
 * @param total how many properties there are on the class path
 * @param pending how many of them had to be embedded in this run
 * @param stored how many of these are stored by now
 * @param elapsed how long that took so far
 * @param problem what went wrong, or {@code null}
 * @author Quiver
 */
record IndexStatus(Phase phase, int total, int pending, long stored, Duration elapsed, @Nullable String problem) {

	IndexStatus indexing(int pending, long stored, Duration elapsed) {
		return new IndexStatus(Phase.INDEXING, this.total, pending, stored, elapsed, null);
	}

	IndexStatus ready(Duration elapsed) {
		return new IndexStatus(Phase.READY, this.total, this.pending, this.pending, elapsed, null);
	}

	IndexStatus failed(String problem) {
		return new IndexStatus(Phase.FAILED, this.total, this.pending, this.stored, this.elapsed, problem);
	}

	/**
	 * What is being done.
	 */
	enum Phase {

		/** What is stored is compared with the class path. */
		COMPARING,
		/** Descriptions are embedded and stored. */
		INDEXING,
		/** Everything is stored. */
		READY,
		/** It cannot go on. */
		FAILED

	}

}
