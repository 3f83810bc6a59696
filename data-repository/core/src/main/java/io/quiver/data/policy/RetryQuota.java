package io.quiver.data.policy;

import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.util.Assert;

/**
 * Keeps repetitions from piling up while hardly anything succeeds: each takes one of the
 * quota, each success gives a tenth back.
 *
 * @author Quiver
 */
final class RetryQuota {

	private static final int TENTHS = 10;

	/** As good as no limit: what is kept are tenths. */
	static final int UNLIMITED = Integer.MAX_VALUE / TENTHS;

	private final int full;

	private final AtomicInteger tenths;

	RetryQuota(int repetitions) {
		Assert.isTrue(repetitions >= 0 && repetitions <= UNLIMITED, "'repetitions' must be between 0 and " + UNLIMITED);
		this.full = repetitions * TENTHS;
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

	/**
	 * Give back what was taken for a repetition that is not made.
	 */
	void giveBack() {
		this.tenths.updateAndGet((left) -> (left < this.full - TENTHS) ? left + TENTHS : this.full);
	}

	void succeeded() {
		int left = this.tenths.get();
		// nothing is contended for while all is well; a tenth lost to a race is no matter
		if (left < this.full) {
			this.tenths.compareAndSet(left, left + 1);
		}
	}

}
