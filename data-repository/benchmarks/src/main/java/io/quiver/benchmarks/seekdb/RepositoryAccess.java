package io.quiver.benchmarks.seekdb;

import java.util.List;
import java.util.Map;

import io.quiver.store.seekdb.SeekdbClient;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.domain.Vector;

/**
 * By the repository.
 *
 * @author Quiver
 * @since 0.1
 */
final class RepositoryAccess implements ProductSearch, ProductWrite {

	private final ConfigurableApplicationContext application;

	private final Products products;

	RepositoryAccess(String url) {
		this(url, Map.of());
	}

	RepositoryAccess(String url, Map<String, String> table) {
		this.application = ProductApplication.start(url, table);
		this.products = this.application.getBean(Products.class);
	}

	/** The table is made when it is first asked for. */
	void make() {
		this.products.count();
	}

	void rebuildIndex() {
		this.application.getBean(SeekdbClient.class).table(Product.TABLE).indexes().rebuild("vector_embedding", 0);
	}

	@Override
	public Object nearest(float[] vector) {
		return this.products.searchTop10ByEmbeddingNear(Vector.unsafe(vector));
	}

	@Override
	public Object nearestCards(float[] vector) {
		return this.products.searchTop10CardsByEmbeddingNear(Vector.unsafe(vector));
	}

	@Override
	public void save(List<Product> products) {
		this.products.saveAll(products);
	}

	@Override
	public void close() {
		this.application.close();
	}

}
