package io.quiver.store.seekdb;

import java.util.Set;

import io.quiver.data.policy.Operation;
import io.quiver.data.store.StoreOperations;

/**
 * What the client does with a table beside the operations of every store.
 *
 * @author Quiver
 */
final class TableOperations {

	/**
	 * Unlike a store's, it fails if the table is there, which a second try would find.
	 */
	static final Operation CREATE = Operation.write(StoreOperations.CREATE.name());

	/** Unlike a store's, it fails if the table is not there. */
	static final Operation DROP = Operation.write(StoreOperations.DROP.name());

	/** Fails if a column is there already. */
	static final Operation ADD_FIELDS = Operation.write(StoreOperations.ADD_COLUMNS.name());

	static final Operation DROP_FIELD = Operation.write("drop-column");

	static final Operation RENAME = Operation.write("rename");

	static final Operation TRUNCATE = Operation.idempotentWrite("truncate");

	/** Takes as long as there are rows. */
	static final Operation CREATE_INDEX = Operation.write("create-index").unlimited();

	static final Operation DROP_INDEX = Operation.write("drop-index").unlimited();

	static final Operation REFRESH_INDEX = Operation.idempotentWrite("refresh-index").unlimited();

	static final Operation REBUILD_INDEX = Operation.idempotentWrite("rebuild-index").unlimited();

	/** Moves every row of the table. */
	static final Operation PARTITION_BY = Operation.idempotentWrite("partition-by").unlimited();

	static final Operation ADD_PARTITION = Operation.write("add-partition");

	static final Operation DROP_PARTITION = Operation.write("drop-partition");

	static final Operation TRUNCATE_PARTITION = Operation.idempotentWrite("truncate-partition");

	/** Unlike a store's, its rows have no key of their own: a second try makes others. */
	static final Operation SAVE = Operation.write(StoreOperations.SAVE.name());

	/** Sets values that the rows may be looked up by: a second try may find others. */
	static final Operation UPDATE = Operation.write(StoreOperations.UPDATE.name());

	static final Set<Operation> ALL = Set.of(RENAME, TRUNCATE, DROP_FIELD, CREATE_INDEX, DROP_INDEX, REFRESH_INDEX,
			REBUILD_INDEX, PARTITION_BY, ADD_PARTITION, DROP_PARTITION, TRUNCATE_PARTITION);

	private TableOperations() {
	}

}
