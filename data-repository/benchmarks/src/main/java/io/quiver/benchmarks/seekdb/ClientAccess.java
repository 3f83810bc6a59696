package io.quiver.benchmarks.seekdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.quiver.store.seekdb.SeekdbClient;
import io.quiver.store.seekdb.SeekdbTable;
import io.quiver.store.seekdb.model.DenseVector;
import io.quiver.store.seekdb.model.Distance;
import io.quiver.store.seekdb.model.SearchHit;
import io.quiver.store.seekdb.model.SearchRequest;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.RowMapper;

/**
 * By the client of the same application.
 *
 * @author Quiver
 * @since 0.1
 */
final class ClientAccess implements ProductSearch {

	private final ConfigurableApplicationContext application;

	private final SeekdbTable table;

	ClientAccess(String url) {
		this.application = ProductApplication.start(url, Map.of());
		this.table = this.application.getBean(SeekdbClient.class).table(Product.TABLE);
	}

	@Override
	public Object nearest(float[] vector) {
		return found(search(vector).withFields("id", "title", "price", "embedding"), ClientAccess::product);
	}

	@Override
	public Object nearestCards(float[] vector) {
		return found(search(vector).withFields("id", "title", "price"), ClientAccess::card);
	}

	private static SearchRequest search(float[] vector) {
		return SearchRequest.of("embedding", vector, Distance.COSINE).withLimit(TOP);
	}

	private <T> List<Product.Found<T>> found(SearchRequest request, RowMapper<T> mapper) {
		List<Product.Found<T>> found = new ArrayList<>(TOP);
		for (SearchHit<T> hit : this.table.as(mapper).search(request)) {
			found.add(new Product.Found<>(hit.content(), 1 - Objects.requireNonNull(hit.distance()) / 2));
		}
		return found;
	}

	private static Product product(ResultSet row, int number) throws SQLException {
		return new Product(row.getLong(1), row.getString(2), row.getInt(3),
				DenseVector.parse(row.getBytes(4)).elements());
	}

	private static Product.Card card(ResultSet row, int number) throws SQLException {
		return new Product.Card(row.getLong(1), row.getString(2), row.getInt(3));
	}

	@Override
	public void close() {
		this.application.close();
	}

}
