package io.quiver.store.seekdb;

import io.quiver.data.store.RowStore;
import io.quiver.store.contract.VectorRepositoryContract;
import io.quiver.store.contract.VectorTemplateContract;
import io.quiver.store.seekdb.server.SeekdbExtension;
import io.quiver.store.seekdb.server.SeekdbServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Entities and repositories on {@link SeekdbStore}, on the real server.
 *
 * @author Quiver
 */
@ExtendWith(SeekdbExtension.class)
class SeekdbEntityContractTests {

	private SeekdbServer server;

	@BeforeEach
	void connect(SeekdbServer server) {
		this.server = server;
	}

	@Nested
	class Template extends VectorTemplateContract {

		@Override
		protected RowStore open(String name) {
			return new SeekdbStore(name, SeekdbClients.client(SeekdbEntityContractTests.this.server));
		}

	}

	@Nested
	class Repository extends VectorRepositoryContract {

		@Override
		protected RowStore open(String name) {
			return new SeekdbStore(name, SeekdbClients.client(SeekdbEntityContractTests.this.server));
		}

	}

}
