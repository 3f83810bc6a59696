package io.quiver.store.seekdb;

import java.util.List;

import io.quiver.store.seekdb.model.HybridRequest;
import io.quiver.store.seekdb.model.Output;
import io.quiver.store.seekdb.model.QueryRequest;
import io.quiver.store.seekdb.model.RankedHit;
import io.quiver.store.seekdb.model.SearchHit;
import io.quiver.store.seekdb.model.SearchRequest;
import io.quiver.store.seekdb.model.Selection;
import io.quiver.store.seekdb.model.TextRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.util.Assert;

/**
 * What can be asked of a {@link SeekdbTable}, which reads rows as maps, and as anything
 * else what {@link #as} returns. Safe for use by many threads.
 *
 * @param <T> the type of a row
 * @author Quiver
 * @since 0.1
 */
public sealed class SeekdbQueries<T extends @Nullable Object> permits SeekdbTable {

	private final TableCalls calls;

	private final TableReads reads;

	private final RowsAs<T> rows;

	SeekdbQueries(TableCalls calls, RowsAs<T> rows) {
		this.calls = calls;
		this.reads = new TableReads(calls);
		this.rows = rows;
	}

	/**
	 * Return the same queries with rows of another type.
	 * @param <R> the type of a row
	 * @param mapper makes a row. It finds the fields at the places in which they were
	 * asked for, and a vector as text, for which there is
	 * {@link io.quiver.store.seekdb.model.DenseVector#parse(String)}
	 * @return the queries
	 */
	public <R extends @Nullable Object> SeekdbQueries<R> as(RowMapper<R> mapper) {
		Assert.notNull(mapper, "'mapper' must not be null");
		return new SeekdbQueries<>(this.calls, RowsAs.of(mapper));
	}

	/**
	 * Read rows by their keys.
	 * @param ids the keys; a {@link List} for one of several columns
	 * @return the rows that are there, in no particular order
	 */
	public List<T> get(Object... ids) {
		return get(Selection.ids(ids), Output.all());
	}

	/**
	 * Read rows by their keys, a thousand of them in a statement.
	 * @param selection which rows are meant
	 * @param output what is returned of each
	 * @return the rows that are there, in no particular order
	 */
	public List<T> get(Selection selection, Output output) {
		return this.calls.call(this.reads.get(selection, output, this.rows));
	}

	/**
	 * Query for rows.
	 * @param request the query
	 * @return the rows
	 */
	public List<T> query(QueryRequest request) {
		return this.calls.call(this.reads.query(request, this.rows));
	}

	/**
	 * Search for the nearest rows. An approximate search that no index fits is refused:
	 * the server would read the whole table for it.
	 * @param request the search
	 * @return the rows, the nearest first
	 * @throws org.springframework.dao.InvalidDataAccessApiUsageException if no index
	 * fits, or the vector is not of the field's dimension
	 */
	public List<SearchHit<T>> search(SearchRequest request) {
		return this.calls.call(this.reads.search(request, this.rows));
	}

	/**
	 * Search for the rows whose words match best. There must be a full-text index of the
	 * same columns.
	 * @param request the search
	 * @return the rows, the best first
	 */
	public List<RankedHit<T>> search(TextRequest request) {
		return this.calls.call(this.reads.text(request, this.rows));
	}

	/**
	 * Search by vector and by words, and fuse the ranks of what is found. The table must
	 * have a primary key.
	 * @param request the search
	 * @return the rows, the best first
	 */
	public List<RankedHit<T>> search(HybridRequest request) {
		return this.calls.call(this.reads.hybrid(request, this.rows));
	}

	TableCalls calls() {
		return this.calls;
	}

	TableReads reads() {
		return this.reads;
	}

}
