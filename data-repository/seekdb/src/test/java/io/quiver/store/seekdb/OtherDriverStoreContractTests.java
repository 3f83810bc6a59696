package io.quiver.store.seekdb;

import io.quiver.data.store.RowStore;
import io.quiver.store.contract.RowStoreContract;
import io.quiver.store.contract.fault.FaultProxy;
import io.quiver.store.seekdb.server.SeekdbExtension;
import io.quiver.store.seekdb.server.SeekdbServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * {@link SeekdbStore} as every store, with another driver and through a proxy that lets
 * everything pass.
 *
 * @author Quiver
 */
@Tag("any-java")
@ExtendWith(SeekdbExtension.class)
class OtherDriverStoreContractTests extends RowStoreContract {

	private FaultProxy proxy;

	@BeforeEach
	void connect(SeekdbServer server) {
		this.proxy = FaultProxy.of(server.address());
	}

	@AfterEach
	void disconnect() {
		this.proxy.close();
	}

	@Override
	protected RowStore open(String name) {
		return new SeekdbStore(name, SeekdbClient.builder(SeekdbClients.otherPool(this.proxy.address())).build());
	}

	@Override
	protected RowStore reopen() {
		return open("contract");
	}

}
