package io.quiver.benchmarks.proxima;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.domain.Vector;

/**
 * By the repository.
 *
 * @author Quiver
 * @since 0.1
 */
final class RepositoryAccess implements ProductAccess {

	private final ConfigurableApplicationContext application;

	private final Products products;

	RepositoryAccess(int port) {
		this.application = ProductApplication.start(port);
		this.products = this.application.getBean(Products.class);
	}

	@Override
	public Object nearest(float[] vector) {
		return this.products.searchTop10ByEmbeddingNear(Vector.unsafe(vector));
	}

	@Override
	public CompletableFuture<?> nearestAsync(float[] vector) {
		return this.products.searchTop10ProductsByEmbeddingNear(Vector.unsafe(vector));
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
