package io.quiver.store.seekdb;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.quiver.data.policy.Operation;
import io.quiver.data.store.StoreOperations;
import io.quiver.store.seekdb.RowStatements.WriteVerb;
import io.quiver.store.seekdb.model.Selection;
import io.quiver.store.seekdb.model.TableDescription;
import io.quiver.store.seekdb.model.WriteRequest;
import org.jspecify.annotations.Nullable;

/**
 * Changes the rows of one table, as a whole or not at all.
 *
 * @author Quiver
 */
final class TableWrites {

	private final TableCalls calls;

	TableWrites(TableCalls calls) {
		this.calls = calls;
	}

	void write(WriteVerb verb, WriteRequest request) {
		if (request.rows().isEmpty()) {
			return;
		}
		TableDescription table = this.calls.definition();
		this.calls.call(operation(verb, table, request), (session) -> session.inTransaction(() -> {
			new RowChunks(table, verb, request).forEach(session::update);
			return true;
		}));
	}

	private static Operation operation(WriteVerb verb, TableDescription table, WriteRequest request) {
		if (verb == WriteVerb.INSERT) {
			return StoreOperations.INSERT;
		}
		boolean keyed = !table.primaryKey().isEmpty()
				&& request.rows().stream().allMatch((row) -> hasKey(row, table.primaryKey()));
		return (keyed) ? StoreOperations.SAVE : TableOperations.SAVE;
	}

	private static boolean hasKey(Map<String, ? extends @Nullable Object> row, List<String> key) {
		return key.stream()
			.allMatch((column) -> row.get(column) != null || row.entrySet()
				.stream()
				.anyMatch((value) -> value.getKey().equalsIgnoreCase(column) && value.getValue() != null));
	}

	/**
	 * Insert rows whose keys the server makes, one by one: of several in a statement only
	 * the first is told.
	 */
	List<Long> insertReturningKeys(WriteRequest request) {
		if (request.rows().isEmpty()) {
			return List.of();
		}
		WriteRequest single = request.withChunks(1, request.maxBytes());
		return this.calls.call(StoreOperations.INSERT, (session) -> {
			TableDescription table = this.calls.definition(session);
			return session.inTransaction(() -> {
				List<Long> keys = new ArrayList<>();
				new RowChunks(table, WriteVerb.INSERT, single)
					.forEach((insert) -> keys.addAll(session.insertReturningKeys(insert)));
				return keys;
			});
		});
	}

	long update(Map<String, ? extends @Nullable Object> values, Selection selection) {
		return this.calls.call(TableOperations.UPDATE, (session) -> {
			TableDescription table = this.calls.definition(session);
			RowChunks.check(table, values);
			return (long) session.update(new RowStatements(table).update(values, selection));
		});
	}

	long delete(Selection selection) {
		Operation operation = (selection.ids() != null) ? StoreOperations.DELETE : StoreOperations.DELETE_WHERE;
		return this.calls.call(operation, (session) -> {
			RowStatements statements = new RowStatements(this.calls.definition(session));
			return session.inTransaction(() -> {
				long deleted = 0;
				for (Selection some : TableReads.chunks(selection)) {
					deleted += session.update(statements.delete(some));
				}
				return deleted;
			});
		});
	}

}
