package io.quiver.store.seekdb;

import java.util.function.Function;

import io.quiver.data.policy.Operation;
import io.quiver.data.store.StoreOperations;
import io.quiver.store.seekdb.model.TableDescription;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Calls about one table.
 *
 * @author Quiver
 */
final class TableCalls {

	private final SeekdbCalls calls;

	private final TableDefinitions definitions;

	private final String table;

	TableCalls(SeekdbCalls calls, TableDefinitions definitions, String table) {
		this.calls = calls;
		this.definitions = definitions;
		this.table = table;
	}

	String table() {
		return this.table;
	}

	TableCalls on(String table) {
		return new TableCalls(this.calls, this.definitions, table);
	}

	<T extends @Nullable Object> T call(Operation operation, Function<Session, T> work) {
		return this.calls.call(operation.on(this.table), (session, attempt) -> work.apply(session));
	}

	/**
	 * Execute a statement that commits the transaction it is part of, and changes what
	 * the table is.
	 * @throws InvalidDataAccessApiUsageException within a transaction of the application
	 */
	void define(Operation operation, Sql sql) {
		define(operation, (session) -> session.update(sql));
	}

	/**
	 * Do the same with more than one statement.
	 */
	<T extends @Nullable Object> T define(Operation operation, Function<Session, T> work) {
		return call(operation, (session) -> {
			if (session.isJoined()) {
				throw new InvalidDataAccessApiUsageException("'" + operation.name() + "' of '" + this.table
						+ "' would commit the transaction that is under way: call it outside, as a method with "
						+ "Propagation.NOT_SUPPORTED does");
			}
			try {
				return work.apply(session);
			}
			finally {
				this.definitions.forget(this.table);
			}
		});
	}

	void forget(String table) {
		this.definitions.forget(table);
	}

	/**
	 * Return what the table is, which may be known for a minute.
	 */
	TableDescription definition(Session session) {
		return this.definitions.get(session, this.table);
	}

	/**
	 * Return what the table is before a call is begun, with one of its own if need be.
	 */
	TableDescription definition() {
		TableDescription known = this.definitions.known(this.table);
		return (known != null) ? known : call(StoreOperations.DESCRIBE, this::definition);
	}

	/**
	 * Ask what the table is.
	 */
	TableDescription freshDefinition(Session session) {
		return this.definitions.read(session, this.table);
	}

}
