package io.quiver.store.seekdb;

import java.util.List;
import java.util.concurrent.CompletableFuture;

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
 * The calls of {@link SeekdbQueries} without keeping their callers waiting, as
 * {@link SeekdbAsyncClient} has it.
 *
 * @param <T> the type of a row
 * @author Quiver
 * @since 0.1
 */
public sealed class SeekdbAsyncQueries<T extends @Nullable Object> permits SeekdbAsyncTable {

	private final TableCalls calls;

	private final TableReads reads;

	private final RowsAs<T> rows;

	SeekdbAsyncQueries(TableCalls calls, RowsAs<T> rows) {
		this.calls = calls;
		this.reads = new TableReads(calls);
		this.rows = rows;
	}

	/**
	 * Return the same queries with rows of another type.
	 * @param <R> the type of a row
	 * @param mapper makes a row, in a thread of the client
	 * @return the queries
	 * @see SeekdbQueries#as
	 */
	public <R extends @Nullable Object> SeekdbAsyncQueries<R> as(RowMapper<R> mapper) {
		Assert.notNull(mapper, "'mapper' must not be null");
		return new SeekdbAsyncQueries<>(this.calls, RowsAs.of(mapper));
	}

	/**
	 * Read rows by their keys.
	 * @param ids the keys; a {@link List} for one of several columns
	 * @return the rows that are there, in no particular order
	 * @see SeekdbQueries#get(Object...)
	 */
	public CompletableFuture<List<T>> get(Object... ids) {
		return this.calls.callAsync(() -> this.reads.get(Selection.ids(ids), Output.all(), this.rows));
	}

	/**
	 * Read rows by their keys.
	 * @param selection which rows are meant
	 * @param output what is returned of each
	 * @return the rows that are there, in no particular order
	 * @see SeekdbQueries#get(Selection, Output)
	 */
	public CompletableFuture<List<T>> get(Selection selection, Output output) {
		return this.calls.callAsync(() -> this.reads.get(selection, output, this.rows));
	}

	/**
	 * Query for rows.
	 * @param request the query
	 * @return the rows
	 * @see SeekdbQueries#query
	 */
	public CompletableFuture<List<T>> query(QueryRequest request) {
		return this.calls.callAsync(() -> this.reads.query(request, this.rows));
	}

	/**
	 * Search for the nearest rows.
	 * @param request the search
	 * @return the rows, the nearest first
	 * @see SeekdbQueries#search(SearchRequest)
	 */
	public CompletableFuture<List<SearchHit<T>>> search(SearchRequest request) {
		return this.calls.callAsync(() -> this.reads.search(request, this.rows));
	}

	/**
	 * Search for the rows whose words match best.
	 * @param request the search
	 * @return the rows, the best first
	 * @see SeekdbQueries#search(TextRequest)
	 */
	public CompletableFuture<List<RankedHit<T>>> search(TextRequest request) {
		return this.calls.callAsync(() -> this.reads.text(request, this.rows));
	}

	/**
	 * Search by vector and by words, and fuse the ranks of what is found.
	 * @param request the search
	 * @return the rows, the best first
	 * @see SeekdbQueries#search(HybridRequest)
	 */
	public CompletableFuture<List<RankedHit<T>>> search(HybridRequest request) {
		return this.calls.callAsync(() -> this.reads.hybrid(request, this.rows));
	}

	TableCalls calls() {
		return this.calls;
	}

	TableReads reads() {
		return this.reads;
	}

}
