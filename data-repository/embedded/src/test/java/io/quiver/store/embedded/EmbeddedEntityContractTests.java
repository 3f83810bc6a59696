package io.quiver.store.embedded;

import io.quiver.data.store.RowStore;
import io.quiver.store.contract.VectorRepositoryContract;
import io.quiver.store.contract.VectorTemplateContract;
import org.junit.jupiter.api.Nested;

/**
 * Entities and repositories on {@link EmbeddedStore}.
 *
 * @author Quiver
 */
class EmbeddedEntityContractTests {

	@Nested
	class Template extends VectorTemplateContract {

		@Override
		protected RowStore open(String name) {
			return new EmbeddedStore(name, EmbeddedClient.open(EmbeddedSettings.inMemory()));
		}

	}

	@Nested
	class Repository extends VectorRepositoryContract {

		@Override
		protected RowStore open(String name) {
			return new EmbeddedStore(name, EmbeddedClient.open(EmbeddedSettings.inMemory()));
		}

	}

}
