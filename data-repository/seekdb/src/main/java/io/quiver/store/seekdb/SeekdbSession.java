package io.quiver.store.seekdb;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.Assert;

/**
 * One connection for as long as {@link SeekdbClient#session} lasts. What is set by its
 * methods is put back at the end, so that the next user of the connection does not see
 * it, and a transaction that SQL has begun and not ended is rolled back; what SQL sets
 * otherwise stays. Used by one thread.
 *
 * @author Quiver
 * @since 0.1
 */
public final class SeekdbSession {

	private static final String EF_SEARCH = "ob_hnsw_ef_search";

	private final JdbcSession session;

	private final JdbcClient jdbcClient;

	private final SeekdbTables tables;

	private @Nullable Long efSearchBefore;

	SeekdbSession(JdbcSession session, JdbcClient jdbcClient, SeekdbTables tables) {
		this.session = session;
		this.jdbcClient = jdbcClient;
		this.tables = tables;
	}

	/**
	 * Return how many candidates an approximate search looks at that does not say it
	 * itself.
	 * @return the number
	 */
	public int efSearch() {
		return (int) this.session.variable(EF_SEARCH);
	}

	/**
	 * Set how many candidates an approximate search looks at that does not say it itself,
	 * until the end of this session.
	 * @param efSearch the number, at least 1
	 */
	public void efSearch(int efSearch) {
		Assert.isTrue(efSearch > 0, "'efSearch' must be at least 1");
		if (this.efSearchBefore == null) {
			this.efSearchBefore = this.session.variable(EF_SEARCH);
		}
		this.session.set(EF_SEARCH, efSearch);
	}

	/**
	 * Return the plain way in. It ends with this session.
	 * @return a client of this connection alone
	 */
	public JdbcClient jdbcClient() {
		return this.jdbcClient;
	}

	/**
	 * Return a table on this connection: within its transactions, and searched with its
	 * settings. {@link SeekdbClient#table} knows of neither, since its calls have
	 * connections of their own. It ends with this session.
	 * @param name the name
	 * @return the table, which need not exist
	 */
	public SeekdbTable table(String name) {
		return this.tables.get(name, this.session);
	}

	/**
	 * Do something as a whole or not at all. Within a transaction, be it of this session
	 * or the application's, it is a part of that, and undone alone if it fails.
	 * @param <T> the type of the result
	 * @param work what to do
	 * @return what it returns
	 */
	public <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
		return this.session.inTransaction(work);
	}

	void end() {
		if (this.efSearchBefore != null) {
			this.session.restore(EF_SEARCH, this.efSearchBefore);
		}
	}

}
