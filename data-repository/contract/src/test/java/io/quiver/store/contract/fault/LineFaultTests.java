package io.quiver.store.contract.fault;

import java.net.InetSocketAddress;

import io.quiver.data.policy.StoreCalls;
import io.quiver.data.policy.Timeouts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;

/**
 * The line store under faults.
 *
 * @author Quiver
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("any-java")
class LineFaultTests extends FaultContract {

	private final LineServer server = createServer();

	LineServer createServer() {
		return new LineServer("plain-secret", null);
	}

	@BeforeAll
	void start() {
		this.server.start();
	}

	@AfterAll
	void close() {
		this.server.close();
	}

	@Override
	protected final TestServer server() {
		return this.server;
	}

	@Override
	protected final GuardedClient connect(InetSocketAddress address, Timeouts timeouts, StoreCalls calls) {
		return guarded(connect(address, this.server.settings(), timeouts, calls));
	}

	LineClient connect(InetSocketAddress address, LineSettings settings, Timeouts timeouts, StoreCalls calls) {
		return new LineClient(address, settings, timeouts.connect(), calls);
	}

	GuardedClient guarded(LineClient client) {
		return new LineGuardedClient(client, true);
	}

}
