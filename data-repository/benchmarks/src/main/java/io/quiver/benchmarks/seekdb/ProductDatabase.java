package io.quiver.benchmarks.seekdb;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.quiver.benchmarks.data.VectorSet;
import io.quiver.store.seekdb.SeekdbClient;
import io.quiver.store.seekdb.server.SeekdbServer;

/**
 * A database with the table of products, made by the repository and the same for all
 * sides.
 *
 * @param url where it is
 * @param pid the process of its server
 * @author Quiver
 * @since 0.1
 */
public record ProductDatabase(String url, long pid) {

	/** What a table is where nothing is said: new rows are found at once. */
	public static final Map<String, String> DEFAULT = Map.of();

	/** New rows are found a moment later. */
	public static final Map<String, String> HEAP_ASYNC = Map.of("organization", "heap", "sync-mode", "async");

	/**
	 * Make a database.
	 * @param server the server, which runs
	 * @param name the name
	 * @param table how the table is made, in properties of the store
	 * @return the database, its table empty
	 */
	public static ProductDatabase make(SeekdbServer server, String name, Map<String, String> table) {
		execute(server.url(), "CREATE DATABASE " + name);
		ProductDatabase database = new ProductDatabase(server.url().replaceFirst("[^/]*$", name), server.pid());
		try (RepositoryAccess products = new RepositoryAccess(database.url(), table)) {
			products.make();
		}
		return database;
	}

	/**
	 * Fill the table and build its index as a whole, which the server would begin by
	 * itself at some time.
	 * @param directory where vectors are kept
	 * @param rows how many rows
	 */
	public void fill(Path directory, int rows) {
		try (RepositoryAccess products = new RepositoryAccess(this.url, DEFAULT)) {
			products.save(products(VectorSet.in(directory, rows)));
			products.rebuildIndex();
		}
		new ServerRest(this.pid).await();
	}

	static List<Product> products(VectorSet vectors) {
		return IntStream.range(0, vectors.rows().length)
			.mapToObj((row) -> Product.of(row, vectors.rows()[row]))
			.toList();
	}

	/**
	 * Empty the table, and wait until the server has done what it still has to do.
	 */
	void empty() {
		execute(this.url, "TRUNCATE TABLE " + Product.TABLE);
		new ServerRest(this.pid).await();
	}

	private static void execute(String url, String sql) {
		try (Connection connection = DriverManager.getConnection(url, "root", "");
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
