package io.quiver.store.seekdb;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.quiver.data.store.StoreOperations;
import io.quiver.store.seekdb.RowStatements.WriteVerb;
import io.quiver.store.seekdb.model.FieldSchema;
import io.quiver.store.seekdb.model.HybridRequest;
import io.quiver.store.seekdb.model.Output;
import io.quiver.store.seekdb.model.PartitionInfo;
import io.quiver.store.seekdb.model.QueryRequest;
import io.quiver.store.seekdb.model.QuickSchema;
import io.quiver.store.seekdb.model.RankedHit;
import io.quiver.store.seekdb.model.SearchHit;
import io.quiver.store.seekdb.model.SearchRequest;
import io.quiver.store.seekdb.model.Selection;
import io.quiver.store.seekdb.model.TableDescription;
import io.quiver.store.seekdb.model.TableSchema;
import io.quiver.store.seekdb.model.TableStatistics;
import io.quiver.store.seekdb.model.TextRequest;
import io.quiver.store.seekdb.model.WriteRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.util.Assert;

/**
 * One table with all that can be done with it. Safe for use by many threads; making one
 * asks nobody, and the table need not be there.
 * <p>
 * Names are quoted and values bound in every statement. What a table is, such as how its
 * vector indexes are built, is remembered for a minute. A statement that changes the
 * table itself would commit the transaction that it is part of, and is refused in one of
 * the application's.
 * <p>
 * A row as a map has, by the names of the fields: {@code float[]} for vectors, which keep
 * every bit, {@link io.quiver.store.seekdb.model.SparseVector}, the text of JSON and
 * arrays, {@code byte[]}, {@code LocalDateTime} and its like, and otherwise what the
 * driver makes of it. A {@link RowMapper} reads a vector as text, for which there is
 * {@link io.quiver.store.seekdb.model.DenseVector#parse(String)}, and finds the fields at
 * the places in which they were asked for.
 *
 * @author Quiver
 * @since 0.1
 */
public final class SeekdbTable {

	private final TableCalls calls;

	private final TableReads reads;

	private final TableWrites writes;

	private final SeekdbIndexes indexes;

	private final SeekdbPartitions partitions;

	SeekdbTable(TableCalls calls) {
		TableStatements.check(calls.table(), TableStatements.MAX_NAME_LENGTH);
		this.calls = calls;
		this.reads = new TableReads(calls);
		this.writes = new TableWrites(calls);
		this.indexes = new SeekdbIndexes(calls);
		this.partitions = new SeekdbPartitions(calls);
	}

	/**
	 * Return the name of the table.
	 * @return the name, as it was given
	 */
	public String name() {
		return this.calls.table();
	}

	/**
	 * Return the indexes of the table.
	 * @return what can be done with them
	 */
	public SeekdbIndexes indexes() {
		return this.indexes;
	}

	/**
	 * Return the partitions of the table.
	 * @return what can be done with them
	 */
	public SeekdbPartitions partitions() {
		return this.partitions;
	}

	/**
	 * Create the table of an id and a vector, with an index.
	 * @param schema the table
	 * @throws org.springframework.dao.DataAccessException if there is one of this name
	 */
	public void create(QuickSchema schema) {
		create(schema.toSchema());
	}

	/**
	 * Create the table with its indexes and partitions.
	 * @param schema the table
	 * @throws org.springframework.dao.DataAccessException if there is one of this name
	 */
	public void create(TableSchema schema) {
		this.calls.define(TableOperations.CREATE, TableStatements.create(name(), schema, false));
	}

	/**
	 * Create the table of an id and a vector, unless there is one of this name, whatever
	 * it is.
	 * @param schema the table
	 */
	public void createIfAbsent(QuickSchema schema) {
		createIfAbsent(schema.toSchema());
	}

	/**
	 * Create the table with its indexes and partitions, unless there is one of this name,
	 * whatever it is.
	 * @param schema the table
	 */
	public void createIfAbsent(TableSchema schema) {
		this.calls.define(StoreOperations.CREATE, TableStatements.create(name(), schema, true));
	}

	/**
	 * Tell whether the table is there.
	 * @return whether there is one of this name
	 */
	public boolean exists() {
		return this.calls.call(StoreOperations.DESCRIBE, (session) -> new TableReader(session, name()).exists());
	}

	/**
	 * Describe the table as it is now.
	 * @return the table, empty if there is none of this name
	 */
	public Optional<TableDescription> describe() {
		return this.calls.call(StoreOperations.DESCRIBE,
				(session) -> new TableReader(session, name()).describeIfPresent());
	}

	/**
	 * Tell how much is in the table. Counts its rows.
	 * @return the statistics
	 */
	public TableStatistics statistics() {
		return this.calls.call(StoreOperations.STATS, (session) -> {
			TableDescription table = this.calls.freshDefinition(session);
			Sql count = new RowStatements(table).count(Selection.all());
			List<PartitionInfo> divided = new TableReader(session, name()).partitions();
			return new TableStatistics(session.query(count, (row) -> row.getLong(1)).get(0), table.indexes().size(),
					divided.size());
		});
	}

	/**
	 * Add fields to the table.
	 * @param fields the fields, none of them primary
	 */
	public void addFields(FieldSchema... fields) {
		Assert.notEmpty(fields, "'fields' must not be empty");
		for (FieldSchema field : fields) {
			Assert.isTrue(!field.primary(), () -> "'" + field.name() + "' cannot become part of the primary key");
		}
		this.calls.define(TableOperations.ADD_FIELDS, TableStatements.addFields(name(), List.of(fields)));
	}

	/**
	 * Drop a field of the table with its values.
	 * @param name the name of the field, which no vector index may need
	 */
	public void dropField(String name) {
		this.calls.define(TableOperations.DROP_FIELD, TableStatements.dropField(name(), name));
	}

	/**
	 * Rename the table.
	 * @param newName the new name
	 * @return the table of that name, instead of this one
	 */
	public SeekdbTable rename(String newName) {
		this.calls.define(TableOperations.RENAME, TableStatements.rename(name(), newName));
		this.calls.forget(newName);
		return new SeekdbTable(this.calls.on(newName));
	}

	/**
	 * Delete all rows at once.
	 */
	public void truncate() {
		this.calls.define(TableOperations.TRUNCATE, TableStatements.truncate(name()));
	}

	/**
	 * Drop the table.
	 * @throws org.springframework.dao.DataAccessException if it is not there
	 */
	public void drop() {
		this.calls.define(TableOperations.DROP, TableStatements.drop(name(), false));
	}

	/**
	 * Drop the table if it is there.
	 */
	public void dropIfPresent() {
		this.calls.define(StoreOperations.DROP, TableStatements.drop(name(), true));
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
	 * Insert rows, all or none.
	 * @param rows the rows: values by the names of their fields
	 * @throws org.springframework.dao.DuplicateKeyException if the key of one is there
	 */
	public void insert(List<? extends Map<String, ? extends @Nullable Object>> rows) {
		insert(WriteRequest.of(rows));
	}

	/**
	 * Insert rows whose ids the server counts up, each in a statement of its own.
	 * @param request the rows, all or none
	 * @return the ids, in the order of the rows
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
	 * Insert rows, or set their values in those that have their keys. A field without a
	 * value is left as it is.
	 * @param request the rows, all or none
	 */
	public void upsert(WriteRequest request) {
		this.writes.write(WriteVerb.UPSERT, request);
	}

	/**
	 * Insert rows, or set their values in those that have their keys. A field without a
	 * value is left as it is.
	 * @param rows the rows: values by the names of their fields, all or none
	 */
	public void upsert(List<? extends Map<String, ? extends @Nullable Object>> rows) {
		upsert(WriteRequest.of(rows));
	}

	/**
	 * Set values in rows.
	 * @param values the values by the names of their fields
	 * @param selection which rows are meant
	 * @return how many rows were found
	 */
	public long update(Map<String, ? extends @Nullable Object> values, Selection selection) {
		return this.writes.update(values, selection);
	}

	/**
	 * Delete rows.
	 * @param selection which rows are meant
	 * @return how many rows were deleted
	 */
	public long delete(Selection selection) {
		return this.writes.delete(selection);
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
	 * Read rows by their keys.
	 * @param ids the keys; a {@link List} for one of several columns
	 * @return the rows that are there, in no particular order
	 */
	public List<Map<String, @Nullable Object>> get(Object... ids) {
		return get(Selection.ids(ids), Output.all());
	}

	/**
	 * Read rows by their keys, a thousand of them in a statement.
	 * @param selection which rows are meant
	 * @param output what is returned of each
	 * @return the rows that are there, in no particular order
	 */
	public List<Map<String, @Nullable Object>> get(Selection selection, Output output) {
		return this.reads.get(selection, output, RowsAs.maps());
	}

	/**
	 * Read rows by their keys, a thousand of them in a statement.
	 * @param <T> the type of a row
	 * @param selection which rows are meant
	 * @param output what is returned of each
	 * @param mapper makes a row
	 * @return the rows that are there, in no particular order
	 */
	public <T extends @Nullable Object> List<T> get(Selection selection, Output output, RowMapper<T> mapper) {
		return this.reads.get(selection, output, RowsAs.of(mapper));
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
		return this.reads.count(selection);
	}

	/**
	 * Query for rows.
	 * @param request the query
	 * @return the rows
	 */
	public List<Map<String, @Nullable Object>> query(QueryRequest request) {
		return this.reads.query(request, RowsAs.maps());
	}

	/**
	 * Query for rows.
	 * @param <T> the type of a row
	 * @param request the query
	 * @param mapper makes a row
	 * @return the rows
	 */
	public <T extends @Nullable Object> List<T> query(QueryRequest request, RowMapper<T> mapper) {
		return this.reads.query(request, RowsAs.of(mapper));
	}

	/**
	 * Search for the nearest rows. An approximate search that no index fits is refused:
	 * the server would read the whole table for it.
	 * @param request the search
	 * @return the rows, the nearest first
	 * @throws org.springframework.dao.InvalidDataAccessApiUsageException if no index
	 * fits, or the vector is not of the field's dimension
	 */
	public List<SearchHit<Map<String, @Nullable Object>>> search(SearchRequest request) {
		return this.reads.search(request, RowsAs.maps());
	}

	/**
	 * Search for the nearest rows, as {@link #search(SearchRequest)} does.
	 * @param <T> the type of a row
	 * @param request the search
	 * @param mapper makes a row
	 * @return the rows, the nearest first
	 */
	public <T extends @Nullable Object> List<SearchHit<T>> search(SearchRequest request, RowMapper<T> mapper) {
		return this.reads.search(request, RowsAs.of(mapper));
	}

	/**
	 * Ask the server what it would do for a search.
	 * @param request the search
	 * @return its plan, for people to read
	 */
	public String explain(SearchRequest request) {
		return this.reads.plan(request);
	}

	/**
	 * Search for the rows whose words match best. There must be a full-text index of the
	 * same columns.
	 * @param request the search
	 * @return the rows, the best first
	 */
	public List<RankedHit<Map<String, @Nullable Object>>> search(TextRequest request) {
		return this.reads.text(request, RowsAs.maps());
	}

	/**
	 * Search for the rows whose words match best, as {@link #search(TextRequest)} does.
	 * @param <T> the type of a row
	 * @param request the search
	 * @param mapper makes a row
	 * @return the rows, the best first
	 */
	public <T extends @Nullable Object> List<RankedHit<T>> search(TextRequest request, RowMapper<T> mapper) {
		return this.reads.text(request, RowsAs.of(mapper));
	}

	/**
	 * Search by vector and by words, and fuse the ranks of what is found. The table must
	 * have a primary key.
	 * @param request the search
	 * @return the rows, the best first
	 */
	public List<RankedHit<Map<String, @Nullable Object>>> search(HybridRequest request) {
		return new HybridReads(this.calls).search(request, RowsAs.maps());
	}

	/**
	 * Search by vector and by words, as {@link #search(HybridRequest)} does.
	 * @param <T> the type of a row
	 * @param request the search
	 * @param mapper makes a row
	 * @return the rows, the best first
	 */
	public <T extends @Nullable Object> List<RankedHit<T>> search(HybridRequest request, RowMapper<T> mapper) {
		return new HybridReads(this.calls).search(request, RowsAs.of(mapper));
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
		return this.reads.hybridByServer(search);
	}

	@Override
	public String toString() {
		return "table '" + name() + "'";
	}

}
