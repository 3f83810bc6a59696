package io.quiver.store.proxima;

import io.quiver.data.store.RowStore;
import io.quiver.store.contract.RowStoreContract;
import io.quiver.store.proxima.server.ProximaServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/**
 * {@link ProximaStore} as every store must be, over both doors of the server: P1 to P3,
 * P5 to P8 and P10 to P13 in the words of the port.
 *
 * @author Quiver
 */
class ProximaStoreContractTests {

	private static final ProximaServer server = new ProximaServer();

	@BeforeAll
	static void start() {
		server.start();
	}

	@AfterAll
	static void close() {
		server.close();
	}

	@Nested
	class OverGrpc extends RowStoreContract {

		@Override
		protected RowStore open(String name) {
			return new ProximaStore(name, Clients.grpc(server.address()).build());
		}

		@Override
		protected @Nullable RowStore reopen() {
			return open("contract");
		}

	}

	/** Scores have six digits, which the suite allows for. */
	@Nested
	class OverHttp extends RowStoreContract {

		@Override
		protected RowStore open(String name) {
			return new ProximaStore(name, Clients.http(server.httpAddress()).build());
		}

		@Override
		protected @Nullable RowStore reopen() {
			return open("contract");
		}

	}

}
