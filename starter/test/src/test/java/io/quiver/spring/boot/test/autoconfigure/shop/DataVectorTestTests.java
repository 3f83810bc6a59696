package io.quiver.spring.boot.test.autoconfigure.shop;

import java.nio.file.Files;
import java.nio.file.Path;

import io.quiver.data.core.VectorOperations;
import io.quiver.data.store.RowStore;
import io.quiver.spring.boot.test.autoconfigure.DataVectorTest;
import io.quiver.store.embedded.EmbeddedClient;
import io.quiver.store.embedded.EmbeddedStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Vector;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DataVectorTest @DataVectorTest}.
 *
 * @author Quiver
 */
@Tag("java21")
@DataVectorTest(properties = { "quiver.stores.catalog.embedded.path=target/not-to-be-made",
		"quiver.stores.archive.embedded.path=target/not-to-be-made-either", "shop.title=Arrows" })
class DataVectorTestTests {

	@Autowired
	private ApplicationContext context;

	@Autowired
	private ProductRepository products;

	@Autowired
	@Qualifier("catalog")
	private VectorOperations catalog;

	@Test
	void repositoryFindsWhatItSaved() {
		this.products.save(new Product("near", "NL", Vector.of(1f, 0f, 0f)));
		this.products.save(new Product("far", "BE", Vector.of(0f, 1f, 0f)));
		assertThat(this.products.searchByEmbeddingNear(Vector.of(0.9f, 0.1f, 0f), Limit.of(1)))
			.extracting((result) -> result.getContent().id())
			.containsExactly("near");
	}

	@Test
	void everyConfiguredStoreIsReplacedUnderItsName() {
		assertThat(this.context.getBeansOfType(RowStore.class)).containsOnlyKeys("catalogRowStore", "archiveRowStore");
		assertThat(this.catalog.store().name()).isEqualTo("catalog");
	}

	@Test
	void replacementIsOfTheConfiguredKind() {
		assertThat(this.catalog.store().kind()).isEqualTo(EmbeddedStore.KIND);
	}

	@Test
	void nothingIsOpenedOnDisk() {
		assertThat(this.context.getBeanNamesForType(EmbeddedClient.class)).isEmpty();
		assertThat(Files.exists(Path.of("target/not-to-be-made"))).isFalse();
		assertThat(Files.exists(Path.of("target/not-to-be-made-either"))).isFalse();
	}

	@Test
	void servicesAreLeftOut() {
		assertThat(this.context.getBeanNamesForType(ShopService.class)).isEmpty();
	}

	@Test
	void propertiesAreSet(@Autowired Environment environment) {
		assertThat(environment.getProperty("shop.title")).isEqualTo("Arrows");
	}

}
