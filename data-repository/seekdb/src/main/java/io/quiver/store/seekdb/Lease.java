package io.quiver.store.seekdb;

import java.util.concurrent.atomic.AtomicReference;

import io.quiver.data.policy.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * The use of a connection until a deadline. Either it ends in time or it is cut off,
 * never both, so that a connection is not cut off in the hands of its next user.
 *
 * @author Quiver
 */
final class Lease {

	private enum State {

		RUNNING, ENDED, CUT

	}

	private final Deadline deadline;

	private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);

	private volatile @Nullable Runnable cutter;

	Lease(Deadline deadline) {
		this.deadline = deadline;
	}

	Deadline deadline() {
		return this.deadline;
	}

	/**
	 * Say how to cut the use off. It may be over already, see {@link #isCut()}.
	 */
	void cutBy(Runnable cutter) {
		this.cutter = cutter;
	}

	/**
	 * Cut the use off, unless it has ended.
	 */
	void cut() {
		if (this.state.compareAndSet(State.RUNNING, State.CUT)) {
			Runnable known = this.cutter;
			if (known != null) {
				known.run();
			}
		}
	}

	/**
	 * End the use.
	 * @return {@code false} if it was cut off before, so that the connection is broken
	 */
	boolean end() {
		return this.state.compareAndSet(State.RUNNING, State.ENDED) || this.state.get() == State.ENDED;
	}

	boolean isCut() {
		return this.state.get() == State.CUT;
	}

}
