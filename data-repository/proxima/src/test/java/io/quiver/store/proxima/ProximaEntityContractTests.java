package io.quiver.store.proxima;

import io.quiver.data.store.RowStore;
import io.quiver.store.contract.VectorRepositoryContract;
import io.quiver.store.contract.VectorTemplateContract;
import io.quiver.store.proxima.server.ProximaServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/**
 * Entities and repositories on {@link ProximaStore}, over both doors of the server.
 *
 * @author Quiver
 */
class ProximaEntityContractTests {

	private static final ProximaServer server = new ProximaServer();

	@BeforeAll
	static void start() {
		server.start();
	}

	@AfterAll
	static void close() {
		server.close();
	}

	private static RowStore grpc(String name) {
		return new ProximaStore(name, Clients.grpc(server.address()).build());
	}

	private static RowStore http(String name) {
		return new ProximaStore(name, Clients.http(server.httpAddress()).build());
	}

	@Nested
	class TemplateOverGrpc extends VectorTemplateContract {

		@Override
		protected RowStore open(String name) {
			return grpc(name);
		}

	}

	@Nested
	class TemplateOverHttp extends VectorTemplateContract {

		@Override
		protected RowStore open(String name) {
			return http(name);
		}

	}

	@Nested
	class RepositoryOverGrpc extends VectorRepositoryContract {

		@Override
		protected RowStore open(String name) {
			return grpc(name);
		}

	}

	@Nested
	class RepositoryOverHttp extends VectorRepositoryContract {

		@Override
		protected RowStore open(String name) {
			return http(name);
		}

	}

}
