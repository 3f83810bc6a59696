package io.quiver.data.policy.micrometer;

import io.quiver.data.policy.PoolStats;

/**
 * A pool with one session in use, two at rest, three callers waiting, and room for eight.
 *
 * @author Quiver
 */
class Pool implements PoolStats {

	@Override
	public int active() {
		return 1;
	}

	@Override
	public int idle() {
		return 2;
	}

	@Override
	public int pending() {
		return 3;
	}

	@Override
	public int max() {
		return 8;
	}

}
