package io.quiver.store.seekdb;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.quiver.store.seekdb.RowStatements.WriteVerb;
import io.quiver.store.seekdb.model.SearchRequest;
import io.quiver.store.seekdb.model.Selection;
import io.quiver.store.seekdb.model.WriteRequest;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a {@link SeekdbTable} without keeping callers waiting, as
 * {@link SeekdbAsyncClient} has it.
 *
 * @author Quiver
 * @since 0.1
 */
public final class SeekdbAsyncTable extends SeekdbAsyncQueries<Map<String, @Nullable Object>> {

	private final TableWrites writes;

	SeekdbAsyncTable(TableCalls calls) {
		super(calls, RowsAs.maps());
		this.writes = new TableWrites(calls);
	}

	/**
	 * Return the name of the table.
	 * @return the name, as it was given
	 */
	public String name() {
		return calls().table();
	}

	/**
	 * Insert a row.
	 * @param row the values by the names of their fields
	 * @return completes when it is stored
	 * @see SeekdbTable#insert(Map)
	 */
	public CompletableFuture<@Nullable Void> insert(Map<String, ? extends @Nullable Object> row) {
		return insert(WriteRequest.of(row));
	}

	/**
	 * Insert rows, all or none.
	 * @param rows the rows: values by the names of their fields
	 * @return completes when they are stored
	 * @see SeekdbTable#insert(List)
	 */
	public CompletableFuture<@Nullable Void> insert(List<? extends Map<String, ? extends @Nullable Object>> rows) {
		return insert(WriteRequest.of(rows));
	}

	/**
	 * Insert rows, all or none.
	 * @param request the rows
	 * @return completes when they are stored
	 * @see SeekdbTable#insert(WriteRequest)
	 */
	public CompletableFuture<@Nullable Void> insert(WriteRequest request) {
		return this.writes.writeAsync(WriteVerb.INSERT, request);
	}

	/**
	 * Insert rows whose ids the server counts up.
	 * @param request the rows, all or none
	 * @return the ids, in the order of the rows
	 * @see SeekdbTable#insertReturningKeys
	 */
	public CompletableFuture<List<Long>> insertReturningKeys(WriteRequest request) {
		return this.writes.insertReturningKeysAsync(request);
	}

	/**
	 * Insert rows in the place of those that have their keys.
	 * @param request the rows, all or none
	 * @return completes when they are stored
	 * @see SeekdbTable#replace
	 */
	public CompletableFuture<@Nullable Void> replace(WriteRequest request) {
		return this.writes.writeAsync(WriteVerb.REPLACE, request);
	}

	/**
	 * Insert a row, or set its values in the one that has its key.
	 * @param row the values by the names of their fields
	 * @return completes when it is stored
	 * @see SeekdbTable#upsert(Map)
	 */
	public CompletableFuture<@Nullable Void> upsert(Map<String, ? extends @Nullable Object> row) {
		return upsert(WriteRequest.of(row));
	}

	/**
	 * Insert rows, or set their values in those that have their keys.
	 * @param rows the rows: values by the names of their fields, all or none
	 * @return completes when they are stored
	 * @see SeekdbTable#upsert(List)
	 */
	public CompletableFuture<@Nullable Void> upsert(List<? extends Map<String, ? extends @Nullable Object>> rows) {
		return upsert(WriteRequest.of(rows));
	}

	/**
	 * Insert rows, or set their values in those that have their keys.
	 * @param request the rows, all or none
	 * @return completes when they are stored
	 * @see SeekdbTable#upsert(WriteRequest)
	 */
	public CompletableFuture<@Nullable Void> upsert(WriteRequest request) {
		return this.writes.writeAsync(WriteVerb.UPSERT, request);
	}

	/**
	 * Set values in rows.
	 * @param values the values by the names of their fields
	 * @param selection which rows are meant
	 * @return how many rows were found
	 * @see SeekdbTable#update
	 */
	public CompletableFuture<Long> update(Map<String, ? extends @Nullable Object> values, Selection selection) {
		return calls().callAsync(() -> this.writes.update(values, selection));
	}

	/**
	 * Delete rows by their keys.
	 * @param ids the keys; a {@link List} for one of several columns
	 * @return how many rows were deleted
	 * @see SeekdbTable#delete(Object...)
	 */
	public CompletableFuture<Long> delete(Object... ids) {
		return calls().callAsync(() -> this.writes.delete(Selection.ids(ids)));
	}

	/**
	 * Delete rows.
	 * @param selection which rows are meant
	 * @return how many rows were deleted
	 * @see SeekdbTable#delete(Selection)
	 */
	public CompletableFuture<Long> delete(Selection selection) {
		return calls().callAsync(() -> this.writes.delete(selection));
	}

	/**
	 * Count the rows.
	 * @return their number
	 * @see SeekdbTable#count()
	 */
	public CompletableFuture<Long> count() {
		return count(Selection.all());
	}

	/**
	 * Count rows.
	 * @param selection which rows are meant
	 * @return their number
	 * @see SeekdbTable#count(Selection)
	 */
	public CompletableFuture<Long> count(Selection selection) {
		return calls().callAsync(() -> reads().count(selection));
	}

	/**
	 * Ask the server what it would do for a search.
	 * @param request the search
	 * @return its plan, for people to read
	 * @see SeekdbTable#explain
	 */
	public CompletableFuture<String> explain(SearchRequest request) {
		return calls().callAsync(() -> reads().plan(request));
	}

	/**
	 * Search with {@code DBMS_HYBRID_SEARCH.SEARCH}.
	 * @param search the search as the server takes it
	 * @return a JSON array of the rows as the server writes it, empty if none is found
	 * @see SeekdbTable#hybridSearch
	 */
	public CompletableFuture<String> hybridSearch(Map<String, ? extends @Nullable Object> search) {
		return calls().callAsync(() -> reads().hybridByServer(search));
	}

	@Override
	public String toString() {
		return "table '" + name() + "'";
	}

}
