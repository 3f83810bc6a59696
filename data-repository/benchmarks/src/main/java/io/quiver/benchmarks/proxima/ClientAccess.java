package io.quiver.benchmarks.proxima;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

import io.quiver.store.proxima.ProximaClient;
import io.quiver.store.proxima.model.DataType;
import io.quiver.store.proxima.model.Document;
import io.quiver.store.proxima.model.IndexColumnMeta;
import io.quiver.store.proxima.model.QueryResponse;
import io.quiver.store.proxima.model.Row;
import io.quiver.store.proxima.model.RowMeta;
import io.quiver.store.proxima.model.VectorQuery;
import io.quiver.store.proxima.model.VectorValue;
import io.quiver.store.proxima.model.WriteRequest;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.IncorrectUpdateSemanticsDataAccessException;

/**
 * By the client of the same application.
 *
 * @author Quiver
 * @since 0.1
 */
final class ClientAccess implements ProductAccess {

	private static final RowMeta META = RowMeta
		.of(new IndexColumnMeta("embedding", DataType.VECTOR_FP32, Product.DIMENSION))
		.withForwardColumn("title", DataType.STRING)
		.withForwardColumn("price", DataType.INT32)
		.withForwardColumn("embedding", DataType.BINARY);

	private final ConfigurableApplicationContext application;

	private final ProximaClient client;

	ClientAccess(int port) {
		this.application = ProductApplication.start(port);
		this.client = this.application.getBean(ProximaClient.class);
	}

	@Override
	public Object nearest(float[] vector) {
		return found(this.client.query(query(vector)));
	}

	@Override
	public CompletableFuture<?> nearestAsync(float[] vector) {
		return this.client.async().query(query(vector)).thenApply(ClientAccess::found);
	}

	private static VectorQuery query(float[] vector) {
		return VectorQuery.of(Product.COLLECTION, "embedding", vector).withTopK(TOP);
	}

	private static List<Product.Found> found(QueryResponse response) {
		List<Product.Found> found = new ArrayList<>(TOP);
		for (Document document : response.documents()) {
			Product product = new Product(document.key(), value(document, "title", String.class),
					value(document, "price", Integer.class), Packed.floats(value(document, "embedding", byte[].class)));
			found.add(new Product.Found(product, -document.score()));
		}
		return found;
	}

	private static <T> T value(Document document, String column, Class<T> type) {
		return type.cast(Objects.requireNonNull(document.value(column)));
	}

	/** The client does not take what one of the two always says for success. */
	@Override
	public void save(List<Product> products) {
		List<Row> rows = new ArrayList<>(2 * products.size());
		for (Product product : products) {
			byte[] packed = Packed.bytes(product.embedding());
			VectorValue vector = VectorValue.bytes(packed);
			rows.add(Row.update(product.id(), vector, product.title(), product.price(), packed));
			rows.add(Row.insert(product.id(), vector, product.title(), product.price(), packed));
		}
		try {
			this.client.write(WriteRequest.of(Product.COLLECTION, META, rows));
		}
		catch (DuplicateKeyException | IncorrectUpdateSemanticsDataAccessException ex) {
			// saved
		}
	}

	@Override
	public void close() {
		this.application.close();
	}

}
