package io.quiver.spring.boot.autoconfigure.seekdb;

import java.util.List;

import io.quiver.spring.boot.autoconfigure.seekdb.SeekdbProperties.Organization;
import io.quiver.spring.boot.autoconfigure.seekdb.SeekdbProperties.SyncMode;
import io.quiver.store.seekdb.model.HnswOptions;
import io.quiver.store.seekdb.model.TableIndex;
import io.quiver.store.seekdb.model.TableSchema;
import io.quiver.store.seekdb.model.VectorIndex;

/**
 * What the properties say of the tables that a store makes.
 *
 * @param organization how rows are kept
 * @param syncMode when vector indexes take up what is written
 * @author Quiver
 */
record TableShape(Organization organization, SyncMode syncMode) {

	/**
	 * Shape a table. What is as the store has it is left alone.
	 */
	TableSchema apply(TableSchema table) {
		if (this.organization == Organization.INDEX) {
			return table;
		}
		List<TableIndex> indexes = table.indexes().stream().map(this::apply).toList();
		return new TableSchema(table.fields(), indexes, io.quiver.store.seekdb.model.Organization.HEAP,
				table.partitioning(), table.comment());
	}

	/**
	 * There it would be asynchronous if nothing was said.
	 */
	private TableIndex apply(TableIndex index) {
		if (index instanceof VectorIndex vector && vector.options() instanceof HnswOptions options) {
			return vector.withOptions(options.withSyncMode((this.syncMode == SyncMode.ASYNC)
					? io.quiver.store.seekdb.model.SyncMode.ASYNC : io.quiver.store.seekdb.model.SyncMode.IMMEDIATE));
		}
		return index;
	}

}
