package io.quiver.store.seekdb;

import java.util.List;
import java.util.Optional;

import io.quiver.data.store.StoreOperations;
import io.quiver.store.seekdb.model.PartitionInfo;
import io.quiver.store.seekdb.model.QuickSchema;
import io.quiver.store.seekdb.model.Selection;
import io.quiver.store.seekdb.model.TableDescription;
import io.quiver.store.seekdb.model.TableSchema;
import io.quiver.store.seekdb.model.TableStatistics;

/**
 * The tables of the database. Safe for use by many threads. What makes, changes or drops
 * one is refused in a transaction of the application, which it would commit. Names that
 * the server would not take are refused with
 * {@link org.springframework.dao.InvalidDataAccessApiUsageException}.
 *
 * @author Quiver
 * @since 0.1
 */
public final class SeekdbTables {

	private final SeekdbCalls calls;

	private final TableDefinitions definitions = new TableDefinitions();

	SeekdbTables(SeekdbCalls calls) {
		this.calls = calls;
	}

	/**
	 * List the tables.
	 * @return their names, in small letters and in order
	 */
	public List<String> list() {
		return this.calls.call(StoreOperations.COLLECTIONS, (session, attempt) -> TableReader.tables(session));
	}

	/**
	 * Tell whether a table is there.
	 * @param name the name
	 * @return whether there is one of this name
	 */
	public boolean exists(String name) {
		return on(name).call(StoreOperations.DESCRIBE, (session) -> new TableReader(session, name).exists());
	}

	/**
	 * Describe a table as it is now.
	 * @param name the name
	 * @return the table, empty if there is none of this name
	 */
	public Optional<TableDescription> describe(String name) {
		return on(name).call(StoreOperations.DESCRIBE, (session) -> new TableReader(session, name).describeIfPresent());
	}

	/**
	 * Tell how much is in a table. Counts its rows.
	 * @param name the name
	 * @return the statistics
	 * @throws org.springframework.dao.DataAccessException if it is not there
	 */
	public TableStatistics statistics(String name) {
		TableCalls table = on(name);
		return table.call(StoreOperations.STATS, (session) -> {
			TableDescription description = table.freshDefinition(session);
			Sql count = new RowStatements(description).count(Selection.all());
			List<PartitionInfo> divided = new TableReader(session, name).partitions();
			return new TableStatistics(session.query(count, (row) -> row.getLong(1)).get(0),
					description.indexes().size(), divided.size());
		});
	}

	/**
	 * Create a table of an id and a vector, with an index.
	 * @param name the name
	 * @param schema the table
	 * @return the table
	 * @throws org.springframework.dao.DataAccessException if there is one of this name
	 */
	public SeekdbTable create(String name, QuickSchema schema) {
		return create(name, schema.toSchema());
	}

	/**
	 * Create a table with its indexes and partitions.
	 * @param name the name
	 * @param schema the table
	 * @return the table
	 * @throws org.springframework.dao.DataAccessException if there is one of this name
	 */
	public SeekdbTable create(String name, TableSchema schema) {
		on(name).define(TableOperations.CREATE, TableStatements.create(name, schema, false));
		return get(name);
	}

	/**
	 * Create a table of an id and a vector, unless there is one of this name, whatever it
	 * is.
	 * @param name the name
	 * @param schema the table
	 * @return the table
	 */
	public SeekdbTable createIfAbsent(String name, QuickSchema schema) {
		return createIfAbsent(name, schema.toSchema());
	}

	/**
	 * Create a table with its indexes and partitions, unless there is one of this name,
	 * whatever it is.
	 * @param name the name
	 * @param schema the table
	 * @return the table
	 */
	public SeekdbTable createIfAbsent(String name, TableSchema schema) {
		on(name).define(StoreOperations.CREATE, TableStatements.create(name, schema, true));
		return get(name);
	}

	/**
	 * Rename a table.
	 * @param name the name
	 * @param newName the new name
	 * @return the table of the new name
	 */
	public SeekdbTable rename(String name, String newName) {
		on(name).define(TableOperations.RENAME, TableStatements.rename(name, newName));
		on(newName).forget();
		return get(newName);
	}

	/**
	 * Delete all rows of a table at once.
	 * @param name the name
	 */
	public void truncate(String name) {
		on(name).define(TableOperations.TRUNCATE, TableStatements.truncate(name));
	}

	/**
	 * Drop a table.
	 * @param name the name
	 * @throws org.springframework.dao.DataAccessException if it is not there
	 */
	public void drop(String name) {
		on(name).define(TableOperations.DROP, TableStatements.drop(name, false));
	}

	/**
	 * Drop a table if it is there.
	 * @param name the name
	 */
	public void dropIfPresent(String name) {
		on(name).define(StoreOperations.DROP, TableStatements.drop(name, true));
	}

	SeekdbTable get(String name) {
		return new SeekdbTable(on(name));
	}

	SeekdbTable get(String name, JdbcSession session) {
		return new SeekdbTable(on(name).on(session));
	}

	TableCalls on(String name) {
		return new TableCalls(this.calls, this.definitions, name);
	}

	TableDefinitions definitions() {
		return this.definitions;
	}

}
