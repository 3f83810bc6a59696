package io.quiver.store.embedded;

import java.nio.file.Path;

import io.quiver.data.store.RowStore;
import io.quiver.store.contract.RowStoreContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@link EmbeddedStore} as every store must be.
 *
 * @author Quiver
 */
class EmbeddedStoreContractTests {

	@Nested
	class InMemory extends RowStoreContract {

		@Override
		protected RowStore open(String name) {
			return new EmbeddedStore(name, EmbeddedClient.open(EmbeddedSettings.inMemory()));
		}

	}

	@Nested
	class OnDisk extends RowStoreContract {

		@TempDir
		Path directory;

		@Override
		protected RowStore open(String name) {
			return new EmbeddedStore(name, EmbeddedClient.open(EmbeddedSettings.at(this.directory)));
		}

		@Override
		protected RowStore reopen() {
			return open("contract");
		}

	}

}
