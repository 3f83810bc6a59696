package io.quiver.benchmarks.seekdb;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/**
 * By JDBC, as one would write it with care: statements that are put together once, the
 * rows of a write in chunks, vectors sent as bytes and read with all their digits. There
 * is no deadline nor any other policy, and nobody looks.
 *
 * @author Quiver
 * @since 0.1
 */
final class HandAccess implements ProductSearch, ProductWrite {

	private static final String CARD = "SELECT id, title, price, ";

	private static final String NEAREST = "cosine_distance(embedding, ?) AS distance FROM products"
			+ " ORDER BY distance APPROXIMATE LIMIT " + TOP;

	/** As it is, a vector comes with six digits only. */
	private static final String PRODUCT = CARD + "array_map(x -> x*1e0, embedding), ";

	private final HikariDataSource pool;

	private final int chunk;

	private final VectorBinding binding;

	private final String chunkInsert;

	/**
	 * Connect.
	 * @param url where the table is
	 * @param chunk how many rows a statement stores
	 * @param binding how vectors are sent
	 */
	HandAccess(String url, int chunk, VectorBinding binding) {
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl(url);
		config.setUsername("root");
		this.pool = new HikariDataSource(config);
		this.chunk = chunk;
		this.binding = binding;
		this.chunkInsert = insert(chunk);
	}

	private static String insert(int rows) {
		return "INSERT INTO products (id, title, price, embedding) VALUES (?, ?, ?, ?)"
				+ ", (?, ?, ?, ?)".repeat(rows - 1) + " ON DUPLICATE KEY UPDATE title = VALUES(title),"
				+ " price = VALUES(price), embedding = VALUES(embedding)";
	}

	@Override
	public Object nearest(float[] vector) {
		return found(PRODUCT + NEAREST, vector, (row) -> new Product(row.getLong(1), row.getString(2), row.getInt(3),
				VectorBytes.parse(row.getString(4))), 5);
	}

	@Override
	public Object nearestCards(float[] vector) {
		return found(CARD + NEAREST, vector, (row) -> new Product.Card(row.getLong(1), row.getString(2), row.getInt(3)),
				4);
	}

	private <T> List<Product.Found<T>> found(String sql, float[] vector, Reader<T> reader, int distance) {
		try (Connection connection = this.pool.getConnection();
				PreparedStatement statement = connection.prepareStatement(sql)) {
			this.binding.bind(statement, 1, vector);
			List<Product.Found<T>> found = new ArrayList<>(TOP);
			try (ResultSet rows = statement.executeQuery()) {
				while (rows.next()) {
					found.add(new Product.Found<>(reader.read(rows), 1 - rows.getDouble(distance) / 2));
				}
			}
			return found;
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void save(List<Product> products) {
		int whole = products.size() - products.size() % this.chunk;
		try (Connection connection = this.pool.getConnection()) {
			save(connection, this.chunkInsert, this.chunk, products.subList(0, whole));
			if (whole < products.size()) {
				int rest = products.size() - whole;
				save(connection, insert(rest), rest, products.subList(whole, products.size()));
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void save(Connection connection, String sql, int chunk, List<Product> products) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			for (int from = 0; from < products.size(); from += chunk) {
				int place = 1;
				for (Product product : products.subList(from, from + chunk)) {
					statement.setLong(place++, product.id());
					statement.setString(place++, product.title());
					statement.setInt(place++, product.price());
					this.binding.bind(statement, place++, product.embedding());
				}
				statement.executeUpdate();
			}
		}
	}

	@Override
	public void close() {
		this.pool.close();
	}

	/**
	 * Makes something of a row.
	 */
	@FunctionalInterface
	private interface Reader<T> {

		T read(ResultSet row) throws SQLException;

	}

}
