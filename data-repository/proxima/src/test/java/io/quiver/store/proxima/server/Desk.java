package io.quiver.store.proxima.server;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import com.google.protobuf.Message;

/**
 * Where a door's connections hand in their calls.
 *
 * @author Quiver
 * @param door the door
 * @param address where it is
 * @param proxima what serves the calls
 * @param calls what becomes of them
 * @param workers the threads that serve them; waiting takes none
 */
record Desk(Door door, InetSocketAddress address, Proxima proxima, Calls calls, ScheduledExecutorService workers) {

	void execute(Exchange exchange, Runnable work) {
		this.workers.execute(guarded(exchange, work));
	}

	void serve(Operation operation, Message request, Exchange exchange) {
		Mishap mishap = this.calls.receive(operation);
		ServedCall call = new ServedCall(this.proxima, operation, request, exchange);
		Duration delay = this.calls.delay();
		if (delay.isZero()) {
			mishap.happen(call);
		}
		else {
			Runnable later = guarded(exchange, () -> mishap.happen(call));
			this.workers.schedule(later, delay.toNanos(), TimeUnit.NANOSECONDS);
		}
	}

	/** A mistake of this server is told, so that no test waits for an answer in vain. */
	private static Runnable guarded(Exchange exchange, Runnable work) {
		return () -> {
			try {
				work.run();
			}
			catch (RuntimeException | Error ex) {
				exchange.say(500, "The test server is wrong: " + ex);
			}
		};
	}

	/** What is said of a path that nothing is at. */
	String noMethod(String path) {
		return "%s[E1002]Fail to find method on `%s'".formatted(prefix(), path);
	}

	/** What is said of bytes that are no message. */
	String noMessage(Message prototype) {
		return "%s[E1003]Fail to parse http body as %s".formatted(prefix(),
				prototype.getDescriptorForType().getFullName());
	}

	private String prefix() {
		return "[%s:%d]".formatted(this.address.getAddress().getHostAddress(), this.address.getPort());
	}

}
