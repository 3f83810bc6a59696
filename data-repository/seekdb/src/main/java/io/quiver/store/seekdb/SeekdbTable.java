package io.quiver.store.seekdb;

import java.util.List;
import java.util.Map;

import io.quiver.store.seekdb.RowStatements.WriteVerb;
import io.quiver.store.seekdb.model.SearchRequest;
import io.quiver.store.seekdb.model.Selection;
import io.quiver.store.seekdb.model.WriteRequest;
import org.jspecify.annotations.Nullable;

/**
 * One table: its rows, and its fields, indexes and partitions. Safe for use by many
 * threads; {@link SeekdbTables} makes, describes and drops it.
 * <p>
 * Names are quoted and values bound in every statement. What a table is, such as how its
 * vector indexes are built, is remembered for a minute. A statement that changes the
 * table itself would commit the transaction that it is part of, and is refused in one of
 * the application's.
 * <p>
 * A row as a map has, by the names of the fields: {@code float[]} for vectors, which keep
 * every bit, {@link io.quiver.store.seekdb.model.SparseVector}, the text of JSON and
 * arrays, {@code byte[]}, {@code LocalDateTime} and its like, and otherwise what the
 * driver makes of it. {@link #as} reads rows as anything else.
 *
 * @author Quiver
 * @since 0.1
 */
public final class SeekdbTable extends SeekdbQueries<Map<String, @Nullable Object>> {

	private final TableWrites writes;

	SeekdbTable(TableCalls calls) {
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
	 * Return the fields of the table.
	 * @return what can be done with them
	 */
	public SeekdbFields fields() {
		return new SeekdbFields(calls());
	}

	/**
	 * Return the indexes of the table.
	 * @return what can be done with them
	 */
	public SeekdbIndexes indexes() {
		return new SeekdbIndexes(calls());
	}

	/**
	 * Return the partitions of the table.
	 * @return what can be done with them
	 */
	public SeekdbPartitions partitions() {
		return new SeekdbPartitions(calls());
	}

	/**
	 * Insert a row.
	 * @param row the values by the names of their fields
	 * @throws org.springframework.dao.DuplicateKeyException if its key is there
	 */
	public void insert(Map<String, ? extends @Nullable Object> row) {
		insert(WriteRequest.of(row));
	}

	/**
	 * Insert rows, all or none.
	 * @param rows the rows: values by the names of their fields
	 * @throws org.springframework.dao.DuplicateKeyException if the key of one is there
	 */
	public void insert(List<? extends Map<String, ? extends @Nullable Object>> rows) {
		insert(WriteRequest.of(rows));
	}

	/**
	 * Insert rows, all or none.
	 * @param request the rows
	 * @throws org.springframework.dao.DuplicateKeyException if the key of one is there
	 */
	public void insert(WriteRequest request) {
		this.writes.write(WriteVerb.INSERT, request);
	}

	/**
	 * Insert rows whose ids the server counts up, each in a statement of its own. A row
	 * may have its id, which is then the one returned; null and 0 are none.
	 * @param request the rows, all or none
	 * @return the ids, in the order of the rows
	 * @throws org.springframework.dao.InvalidDataAccessApiUsageException if the table has
	 * no field with ids that are counted up
	 */
	public List<Long> insertReturningKeys(WriteRequest request) {
		return this.writes.insertReturningKeys(request);
	}

	/**
	 * Insert rows in the place of those that have their keys. A field without a value
	 * falls to its default.
	 * @param request the rows, all or none
	 */
	public void replace(WriteRequest request) {
		this.writes.write(WriteVerb.REPLACE, request);
	}

	/**
	 * Insert a row, or set its values in the one that has its key. A field without a
	 * value is left as it is; one that must have a value and has no default cannot be
	 * left out, even if the row is there: {@link #update update} it instead.
	 * @param row the values by the names of their fields
	 */
	public void upsert(Map<String, ? extends @Nullable Object> row) {
		upsert(WriteRequest.of(row));
	}

	/**
	 * Insert rows, or set their values in those that have their keys. A field without a
	 * value is left as it is; one that must have a value and has no default cannot be
	 * left out, even of a row that is there: {@link #update update} that instead.
	 * @param rows the rows: values by the names of their fields, all or none
	 */
	public void upsert(List<? extends Map<String, ? extends @Nullable Object>> rows) {
		upsert(WriteRequest.of(rows));
	}

	/**
	 * Insert rows, or set their values in those that have their keys. A field without a
	 * value is left as it is; one that must have a value and has no default cannot be
	 * left out, even of a row that is there: {@link #update update} that instead.
	 * @param request the rows, all or none
	 */
	public void upsert(WriteRequest request) {
		this.writes.write(WriteVerb.UPSERT, request);
	}

	/**
	 * Set values in rows.
	 * @param values the values by the names of their fields
	 * @param selection which rows are meant
	 * @return how many rows were found
	 */
	public long update(Map<String, ? extends @Nullable Object> values, Selection selection) {
		return calls().call(this.writes.update(values, selection));
	}

	/**
	 * Delete rows by their keys.
	 * @param ids the keys; a {@link List} for one of several columns
	 * @return how many rows were deleted
	 */
	public long delete(Object... ids) {
		return delete(Selection.ids(ids));
	}

	/**
	 * Delete rows.
	 * @param selection which rows are meant
	 * @return how many rows were deleted
	 */
	public long delete(Selection selection) {
		return calls().call(this.writes.delete(selection));
	}

	/**
	 * Count the rows.
	 * @return their number
	 */
	public long count() {
		return count(Selection.all());
	}

	/**
	 * Count rows.
	 * @param selection which rows are meant
	 * @return their number
	 */
	public long count(Selection selection) {
		return calls().call(reads().count(selection));
	}

	/**
	 * Ask the server what it would do for a search.
	 * @param request the search
	 * @return its plan, for people to read
	 */
	public String explain(SearchRequest request) {
		return calls().call(reads().plan(request));
	}

	/**
	 * Search with {@code DBMS_HYBRID_SEARCH.SEARCH}, which works on tables of
	 * {@link io.quiver.store.seekdb.model.Organization#HEAP} alone. The server puts the
	 * texts of the search into SQL as they are; quotes and backslashes in them are
	 * doubled here, so that they stay text.
	 * @param search the search as the server takes it: maps, lists, texts, numbers,
	 * booleans and vectors, such as {@code query} and {@code knn}
	 * @return a JSON array of the rows as the server writes it, empty if none is found
	 */
	public String hybridSearch(Map<String, ? extends @Nullable Object> search) {
		return calls().call(reads().hybridByServer(search));
	}

	@Override
	public String toString() {
		return "table '" + name() + "'";
	}

}
