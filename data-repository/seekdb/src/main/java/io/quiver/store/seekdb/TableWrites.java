package io.quiver.store.seekdb;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.quiver.data.policy.Operation;
import io.quiver.data.store.StoreOperations;
import io.quiver.store.seekdb.RowStatements.WriteVerb;
import io.quiver.store.seekdb.model.ColumnInfo;
import io.quiver.store.seekdb.model.Selection;
import io.quiver.store.seekdb.model.TableDescription;
import io.quiver.store.seekdb.model.WriteRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

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
		if (!request.rows().isEmpty()) {
			this.calls.call(writing(verb, request, this.calls.definition()));
		}
	}

	/**
	 * Begin to write. What the table is says whether that may be repeated, and may have
	 * to be asked for first.
	 */
	CompletableFuture<@Nullable Void> writeAsync(WriteVerb verb, WriteRequest request) {
		if (request.rows().isEmpty()) {
			return CompletableFuture.completedFuture(null);
		}
		return new TwoSteps<>(this.calls.definitionAsync(),
				(table) -> this.calls.<@Nullable Void>callAsync(() -> writing(verb, request, table)));
	}

	private static TableCall<@Nullable Void> writing(WriteVerb verb, WriteRequest request, TableDescription table) {
		return new TableCall<>(operation(verb, table, request), (session) -> session.inTransaction(() -> {
			new RowChunks(table, verb, request).forEach(session::update);
			return null;
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

	List<Long> insertReturningKeys(WriteRequest request) {
		return (request.rows().isEmpty()) ? List.of() : this.calls.call(insertingOneByOne(request));
	}

	CompletableFuture<List<Long>> insertReturningKeysAsync(WriteRequest request) {
		return (request.rows().isEmpty()) ? CompletableFuture.completedFuture(List.of())
				: this.calls.callAsync(() -> insertingOneByOne(request));
	}

	/** Of several rows in a statement only the key of the first is told. */
	private TableCall<List<Long>> insertingOneByOne(WriteRequest request) {
		WriteRequest single = request.withChunks(1, request.maxBytes());
		return new TableCall<>(StoreOperations.INSERT, (session) -> {
			TableDescription table = this.calls.definition(session);
			String counted = counted(table);
			return session.inTransaction(() -> {
				List<Long> keys = new ArrayList<>();
				new RowChunks(table, WriteVerb.INSERT, single).forEach((insert) -> {
					Long given = given(request.rows().get(keys.size()), counted);
					if (given != null) {
						session.update(insert);
						keys.add(given);
					}
					else {
						keys.add(session.insertReturningKeys(insert).get(0));
					}
				});
				return keys;
			});
		});
	}

	private static String counted(TableDescription table) {
		return table.columns()
			.stream()
			.filter(ColumnInfo::autoId)
			.map(ColumnInfo::name)
			.findFirst()
			.orElseThrow(() -> new InvalidDataAccessApiUsageException(
					"'" + table.name() + "' has no ids that the server counts up: insert the rows with their keys"));
	}

	/** The server tells of no id that was given to it; null and 0 are none. */
	private static @Nullable Long given(Map<String, ? extends @Nullable Object> row, String column) {
		for (Map.Entry<String, ? extends @Nullable Object> value : row.entrySet()) {
			if (value.getKey().equalsIgnoreCase(column) && value.getValue() != null) {
				try {
					long id = new BigDecimal(value.getValue().toString()).longValueExact();
					return (id != 0) ? id : null;
				}
				catch (ArithmeticException | NumberFormatException ex) {
					throw new InvalidDataAccessApiUsageException(
							"The id of a row must be a whole number of 64 bits, not " + value.getValue(), ex);
				}
			}
		}
		return null;
	}

	TableCall<Long> update(Map<String, ? extends @Nullable Object> values, Selection selection) {
		return new TableCall<>(TableOperations.UPDATE, (session) -> {
			TableDescription table = this.calls.definition(session);
			RowChunks.check(table, values);
			return (long) session.update(new RowStatements(table).update(values, selection));
		});
	}

	TableCall<Long> delete(Selection selection) {
		Operation operation = (selection.ids() != null) ? StoreOperations.DELETE : StoreOperations.DELETE_WHERE;
		return new TableCall<>(operation, (session) -> {
			RowStatements statements = new RowStatements(this.calls.definition(session));
			return session.inTransaction(() -> {
				long deleted = 0;
				for (Selection some : IdChunks.of(selection)) {
					deleted += session.update(statements.delete(some));
				}
				return deleted;
			});
		});
	}

}
