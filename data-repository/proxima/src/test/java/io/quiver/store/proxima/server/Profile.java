package io.quiver.store.proxima.server;

/**
 * How long a call has taken so far, and the text that tells so in debug mode. The real
 * server measures each step by itself; here all stands in the first.
 *
 * @author Quiver
 */
final class Profile {

	private final long started = System.nanoTime();

	private final long number;

	Profile(long number) {
		this.number = number;
	}

	long micros() {
		return Math.max(1, (System.nanoTime() - this.started) / 1000);
	}

	String ofLookup() {
		return "{\"query\":{\"latency\":%1$d},\"latency\":%1$d,\"query_id\":%2$d}".formatted(micros(), this.number);
	}

	String ofQuery() {
		return ("{\"query\":{\"latency\":%1$d,\"prepare\":0,\"evaluate\":{\"execute\":%1$d,\"latency\":%1$d,"
				+ "\"merge_and_sort\":0},\"validate\":0},\"latency\":%1$d,\"query_id\":%2$d,"
				+ "\"after_process_query\":{\"latency\":0},\"before_process_query\":{\"latency\":0}}")
			.formatted(micros(), this.number);
	}

}
