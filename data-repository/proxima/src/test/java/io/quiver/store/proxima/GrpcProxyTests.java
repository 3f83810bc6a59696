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
 * The client over gRPC through a proxy that fails.
 *
 * @author Quiver
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("any-java")
class GrpcProxyTests extends FaultContract {

	private final ProximaServer server = new ProximaServer();

	@BeforeAll
	void start() {
		this.server.start();
		try (ProximaClient client = Clients.grpc(this.server.address()).build()) {
			ProximaGuardedClient.prepare(client);
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

	@Override
	protected GuardedClient connect(InetSocketAddress address, Timeouts timeouts, StoreCalls calls) {
		return new ProximaGuardedClient(Clients.grpc(address).calls(calls).build());
	}

}
