package io.quiver.data.policy;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps repetitions from piling up while hardly anything succeeds: each takes one of the
 * quota, each success gives a tenth back.
 *
 * @author Quiver
 */
final class RetryQuota {

	static final int TENTHS = 10;

	private final int full;

	private final AtomicInteger tenths;

	RetryQuota(int repetitions) {
		this.full = Math.multiplyExact(repetitions, TENTHS);
		this.tenths = new AtomicInteger(this.full);
	}

	boolean take() {
		int left = this.tenths.get();
		while (left >= TENTHS) {
			if (this.tenths.compareAndSet(left, left - TENTHS)) {
				return true;
			}
			left = this.tenths.get();
		}
		return false;
	}

	void succeeded() {
		int left = this.tenths.get();
		// nothing is contended for while all is well; a tenth lost to a race is no matter
		if (left < this.full) {
			this.tenths.compareAndSet(left, left + 1);
		}
	}

}
