package io.quiver.store.proxima;

import java.net.InetSocketAddress;

import io.quiver.data.policy.StoreCalls;
import io.quiver.data.policy.Timeouts;
import io.quiver.store.contract.fault.FaultContract;
import io.quiver.store.contract.fault.GuardedClient;
import io.quiver.store.contract.fault.TestServer;
import io.quiver.store.proxima.server.ProximaServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;

/**
 * The store over gRPC through a proxy that fails.
 *
 * @author Quiver
 */
@Tag("any-java")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrpcStoreProxyTests extends FaultContract {

	private final ProximaServer server = new ProximaServer();

	@BeforeAll
	void start() {
		this.server.start();
		try (ProximaStore store = new ProximaStore("faults", Clients.grpc(this.server.address()).build())) {
			StoreGuardedClient.prepare(store);
		}
	}

	@AfterAll
	void close() {
		this.server.close();
	}

	@Override
	protected TestServer server() {
		return this.server;
	}

	/** A save sends its row twice, and the server's window is a megabyte. */
	@Override
	protected int blockingLength() {
		return 2_000_000;
	}

	@Override
	protected GuardedClient connect(InetSocketAddress address, Timeouts timeouts, StoreCalls calls) {
		return new StoreGuardedClient(new ProximaStore("faults", Clients.grpc(address).calls(calls).build()));
	}

}
