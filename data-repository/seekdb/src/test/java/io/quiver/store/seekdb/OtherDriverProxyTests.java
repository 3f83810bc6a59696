package io.quiver.store.seekdb;

import java.net.InetSocketAddress;

import io.quiver.data.policy.StoreCalls;
import io.quiver.data.policy.Timeouts;
import io.quiver.store.contract.fault.FaultContract;
import io.quiver.store.contract.fault.GuardedClient;
import io.quiver.store.contract.fault.TestServer;
import io.quiver.store.seekdb.server.SeekdbExtension;
import io.quiver.store.seekdb.server.SeekdbServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.util.Assert;

/**
 * The client through a proxy that fails, with another driver, MySQL's, which makes its
 * sockets itself.
 *
 * @author Quiver
 */
@Tag("any-java")
@ExtendWith(SeekdbExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherDriverProxyTests extends FaultContract {

	private @Nullable SeekdbServer server;

	@BeforeAll
	void prepare(SeekdbServer server) {
		this.server = server;
		try (SeekdbClient client = SeekdbClients.client(server)) {
			SeekdbGuardedClient.prepare(client);
		}
	}

	@Override
	protected TestServer server() {
		Assert.state(this.server != null, "There is no server");
		return this.server;
	}

	@Override
	protected GuardedClient connect(InetSocketAddress address, Timeouts timeouts, StoreCalls calls) {
		SeekdbPool pool = SeekdbClients.otherPool(address).withConnectTimeout(timeouts.connect());
		return new SeekdbGuardedClient(SeekdbClient.builder(pool).calls(calls).build());
	}

}
