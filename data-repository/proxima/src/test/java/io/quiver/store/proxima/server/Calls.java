package io.quiver.store.proxima.server;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Counts calls and decides what becomes of them.
 *
 * @author Quiver
 */
final class Calls {

	private final Map<String, AtomicInteger> received = new ConcurrentHashMap<>();

	private final Map<String, Mishap> next = new ConcurrentHashMap<>();

	private final AtomicReference<Mishap> every = new AtomicReference<>(ServedCall::answer);

	private volatile Duration delay;

	Calls(Duration delay) {
		this.delay = delay;
	}

	Duration delay() {
		return this.delay;
	}

	void delay(Duration delay) {
		this.delay = delay;
	}

	void every(Mishap mishap) {
		this.every.set(mishap);
	}

	void next(Operation operation, Mishap mishap) {
		this.next.put(operation.name(), mishap);
	}

	/** Answer all calls as they should be, and at once. */
	void recover() {
		this.next.clear();
		this.every.set(ServedCall::answer);
		this.delay = Duration.ZERO;
	}

	int received(Operation operation) {
		return counter(operation.name()).get();
	}

	private AtomicInteger counter(String name) {
		return this.received.computeIfAbsent(name, (key) -> new AtomicInteger());
	}

	/** Note that a call has come and say what becomes of it. */
	Mishap receive(Operation operation) {
		counter(operation.name()).incrementAndGet();
		Mishap mishap = this.next.remove(operation.name());
		return (mishap != null) ? mishap : this.every.get();
	}

}
