package io.quiver.store.seekdb;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

import io.quiver.data.policy.Operation;
import io.quiver.data.policy.Safety;
import io.quiver.data.store.StoreOperations;
import io.quiver.store.seekdb.model.TableDescription;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.util.Assert;

/**
 * Calls about one table.
 *
 * @author Quiver
 */
final class TableCalls {

	private final SeekdbCalls calls;

	private final TableDefinitions definitions;

	private final String table;

	private final @Nullable JdbcSession bound;

	/**
	 * Create the calls. Asks nobody.
	 * @throws InvalidDataAccessApiUsageException if the server would not take the name
	 */
	TableCalls(SeekdbCalls calls, TableDefinitions definitions, String table) {
		this(calls, definitions, table, null);
	}

	private TableCalls(SeekdbCalls calls, TableDefinitions definitions, String table, @Nullable JdbcSession bound) {
		Assert.notNull(table, "'name' must not be null");
		TableStatements.check(table, TableStatements.MAX_NAME_LENGTH);
		this.calls = calls;
		this.definitions = definitions;
		this.table = table;
		this.bound = bound;
	}

	/**
	 * Return calls that are part of another one and use its connection.
	 */
	TableCalls on(JdbcSession session) {
		return new TableCalls(this.calls, this.definitions, this.table, session);
	}

	String table() {
		return this.table;
	}

	<T extends @Nullable Object> T call(TableCall<T> call) {
		return call(call.operation(), (session) -> work(session, call));
	}

	/**
	 * Do the work. What somebody else has made of the table meanwhile may stand against
	 * what is known of it, which is forgotten then: a read is made once more.
	 */
	private <T extends @Nullable Object> T work(Session session, TableCall<T> call) {
		boolean known = this.definitions.known(this.table) != null;
		try {
			return call.work().apply(session);
		}
		catch (InvalidDataAccessResourceUsageException ex) {
			forget();
			if (!known || call.operation().safety() != Safety.READ) {
				throw ex;
			}
			return call.work().apply(session);
		}
	}

	<T extends @Nullable Object> T call(Operation operation, Function<Session, T> work) {
		return (this.bound != null) ? work.apply(this.bound)
				: this.calls.call(operation.on(this.table), (session, attempt) -> work.apply(session));
	}

	/**
	 * Begin a call in a thread of ours.
	 * @param call makes it; what it throws is a failure of the result
	 */
	<T extends @Nullable Object> CompletableFuture<T> callAsync(Supplier<TableCall<T>> call) {
		TableCall<T> ready;
		try {
			ready = call.get();
		}
		catch (RuntimeException ex) {
			return CompletableFuture.failedFuture(ex);
		}
		return this.calls.callAsync(ready.operation().on(this.table), (session, attempt) -> work(session, ready));
	}

	/**
	 * Execute a statement that commits the transaction it is part of, and changes what
	 * the table is.
	 * @throws InvalidDataAccessApiUsageException within a transaction
	 */
	void define(Operation operation, Sql sql) {
		define(operation, (session) -> session.update(sql));
	}

	/**
	 * Do the same with more than one statement.
	 */
	<T extends @Nullable Object> T define(Operation operation, Function<Session, T> work) {
		return call(operation, (session) -> {
			if (session.isJoined() || (this.bound != null && this.bound.isInTransaction())) {
				throw new InvalidDataAccessApiUsageException("'" + operation.name() + "' of '" + this.table
						+ "' would commit the transaction that is under way: call it outside, as a method with "
						+ "Propagation.NOT_SUPPORTED does");
			}
			try {
				return work.apply(session);
			}
			finally {
				forget();
			}
		});
	}

	/**
	 * Forget what the table is, since it is another now.
	 */
	void forget() {
		this.definitions.forget(this.table);
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
		return (known != null) ? known : call(describing());
	}

	/**
	 * Ask for the same in a thread of ours.
	 */
	CompletableFuture<TableDescription> definitionAsync() {
		TableDescription known = this.definitions.known(this.table);
		return (known != null) ? CompletableFuture.completedFuture(known) : callAsync(this::describing);
	}

	private TableCall<TableDescription> describing() {
		return new TableCall<>(StoreOperations.DESCRIBE, this::definition);
	}

	/**
	 * Ask what the table is.
	 */
	TableDescription freshDefinition(Session session) {
		return this.definitions.read(session, this.table);
	}

}
