package io.quiver.store.seekdb;

import io.quiver.data.store.RowStore;
import io.quiver.store.contract.RowStoreContract;
import io.quiver.store.seekdb.server.SeekdbExtension;
import io.quiver.store.seekdb.server.SeekdbServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * {@link SeekdbStore} as every store, on the real server.
 *
 * @author Quiver
 */
@Tag("any-java")
@ExtendWith(SeekdbExtension.class)
class SeekdbStoreContractTests extends RowStoreContract {

	private SeekdbServer server;

	@BeforeEach
	void connect(SeekdbServer server) {
		this.server = server;
	}

	@Override
	protected RowStore open(String name) {
		return new SeekdbStore(name, SeekdbClients.client(this.server));
	}

	@Override
	protected RowStore reopen() {
		return open("contract");
	}

}
