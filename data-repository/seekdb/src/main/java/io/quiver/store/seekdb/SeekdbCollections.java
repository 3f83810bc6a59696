package io.quiver.store.seekdb;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;

import io.quiver.data.policy.Attempt;
import io.quiver.data.policy.Operation;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.CollectionStats;
import io.quiver.data.store.Column;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.StoreOperations;
import io.quiver.store.seekdb.model.ColumnInfo;
import io.quiver.store.seekdb.model.FieldSchema;
import io.quiver.store.seekdb.model.TableDescription;
import io.quiver.store.seekdb.model.TableSchema;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Collections are the tables of the database, whoever made them.
 *
 * @author Quiver
 */
final class SeekdbCollections {

	/** The time is of the server's, in microseconds. */
	private static final String COUNT = "SELECT /*+ query_timeout(500000) */ COUNT(*) FROM ";

	private static final int NO_TABLE = 1146;

	/** How often a table is looked for that somebody else is making. */
	private static final int MAX_LOOKS = 100;

	private static final Duration PAUSE = Duration.ofMillis(50);

	private final SeekdbCalls calls;

	private final BiFunction<String, TableSchema, TableSchema> customizer;

	private final SlowSearches slowSearches = new SlowSearches();

	SeekdbCollections(SeekdbCalls calls, BiFunction<String, TableSchema, TableSchema> customizer) {
		this.calls = calls;
		this.customizer = customizer;
	}

	List<String> names() {
		return this.calls.call(StoreOperations.COLLECTIONS, (session, attempt) -> {
			List<String> names = session.query(CollectionTable.select(null), CollectionTable.reader())
				.stream()
				.filter((table) -> !table.view())
				.map(CollectionTable::collection)
				.sorted()
				.toList();
			attempt.returned(names.size());
			return names;
		});
	}

	@Nullable CollectionSpec describe(String collection) {
		return this.calls.<@Nullable CollectionSpec>call(StoreOperations.DESCRIBE.on(collection),
				(session, attempt) -> (isThere(session, collection))
						? spec(collection, null, columns(session, collection)) : null);
	}

	/**
	 * Describe what is expected.
	 * @throws InvalidDataAccessResourceUsageException if something else is in its place
	 */
	@Nullable CollectionSpec describe(CollectionSpec expected) {
		return this.calls.<@Nullable CollectionSpec>call(StoreOperations.DESCRIBE.on(expected.name()),
				(session, attempt) -> stored(session, expected));
	}

	private @Nullable CollectionSpec stored(Session session, CollectionSpec expected) {
		require(session, expected.name());
		List<TableColumn> columns = columns(session, expected.name());
		this.slowSearches.look(expected, columns);
		CollectionSpec stored = spec(expected.name(), expected, columns);
		if (stored == null && !columns.isEmpty()) {
			throw new InvalidDataAccessResourceUsageException(
					"Table '%s' has no primary key, so that its rows cannot be told apart; give it one, or choose another name"
						.formatted(expected.name()));
		}
		return stored;
	}

	private static boolean isThere(Session session, String collection) {
		CollectionTable table = (SeekdbAbilities.isCollection(collection)) ? CollectionTable.find(session, collection)
				: null;
		return table != null && table.isOf(collection);
	}

	private static void require(Session session, String collection) {
		CollectionTable table = (SeekdbAbilities.isCollection(collection)) ? CollectionTable.find(session, collection)
				: null;
		if (table != null) {
			table.require(collection);
		}
	}

	/** Those of the key first, in its own order. */
	private static List<TableColumn> columns(Session session, String collection) {
		TableDescription table = (SeekdbAbilities.isCollection(collection)) ? table(session, collection) : null;
		if (table == null) {
			return List.of();
		}
		List<ColumnInfo> columns = new ArrayList<>(table.columns());
		columns.sort(Comparator.comparingInt((column) -> place(table.primaryKey(), column.name())));
		return columns.stream().map((column) -> TableColumn.of(table, column)).toList();
	}

	/** One that somebody else is making is listed before it can be described. */
	private static @Nullable TableDescription table(Session session, String collection) {
		try {
			return new TableReader(session, collection).describeIfPresent().orElse(null);
		}
		catch (InvalidDataAccessResourceUsageException ex) {
			if (ex.getCause() instanceof SQLException sql && sql.getErrorCode() == NO_TABLE) {
				return null;
			}
			throw ex;
		}
	}

	private static int place(List<String> key, String column) {
		for (int i = 0; i < key.size(); i++) {
			if (key.get(i).equalsIgnoreCase(column)) {
				return i;
			}
		}
		return key.size();
	}

	/** A table without a key holds no rows that could be told apart. */
	private static @Nullable CollectionSpec spec(String collection, @Nullable CollectionSpec expected,
			List<TableColumn> found) {
		Map<String, Column> columns = new LinkedHashMap<>();
		for (TableColumn column : found) {
			Column wanted = (expected != null) ? named(expected, column.name()) : null;
			columns.put(column.name(), column.column(wanted));
		}
		List<Column> ordered = new ArrayList<>();
		columns.values().stream().filter(KeyColumn.class::isInstance).forEach(ordered::add);
		for (Column wanted : (expected != null) ? expected.columns() : List.<Column>of()) {
			Column stored = columns.get(wanted.name());
			if (stored != null && !ordered.contains(stored)) {
				ordered.add(stored);
			}
		}
		columns.values().stream().filter((column) -> !ordered.contains(column)).forEach(ordered::add);
		return (!ordered.isEmpty() && ordered.get(0) instanceof KeyColumn) ? new CollectionSpec(collection, ordered)
				: null;
	}

	private static @Nullable Column named(CollectionSpec spec, String name) {
		int position = spec.indexOf(name);
		return (position >= 0) ? spec.columns().get(position) : null;
	}

	void create(CollectionSpec spec) {
		TableSchema schema = schema(spec);
		CollectionSpec stored = this.<@Nullable CollectionSpec>outside(StoreOperations.CREATE.on(spec.name()),
				(session, attempt) -> {
					require(session, spec.name());
					session.update(TableStatements.create(spec.name(), schema, true));
					return made(session, attempt, spec);
				});
		if (stored == null || !stored.equals(spec)) {
			throw new InvalidDataAccessResourceUsageException(
					"Collection '%s' is there with another shape: it is %s, not %s; drop it or choose another name"
						.formatted(spec.name(), (stored != null) ? stored : "still being made", spec));
		}
	}

	/** While somebody else makes it, it is neither made here nor there yet. */
	private @Nullable CollectionSpec made(Session session, Attempt attempt, CollectionSpec spec) {
		CollectionSpec made = stored(session, spec);
		for (int looks = 1; made == null && looks < MAX_LOOKS; looks++) {
			attempt.deadline().check();
			LockSupport.parkNanos(PAUSE.toNanos());
			made = stored(session, spec);
		}
		return made;
	}

	private TableSchema schema(CollectionSpec spec) {
		TableSchema schema = this.customizer.apply(spec.name(), CollectionSchema.of(spec));
		spec.columns().forEach((column) -> field(spec, schema, column));
		return CollectionTable.mark(schema, spec.name());
	}

	private static FieldSchema field(CollectionSpec spec, TableSchema schema, Column column) {
		return schema.fields()
			.stream()
			.filter((field) -> field.name().equals(column.name()))
			.findFirst()
			.orElseThrow(() -> new InvalidDataAccessApiUsageException(
					"The customiser of collection '%s' has taken the field '%s' away; leave it in the schema"
						.formatted(spec.name(), column.name())));
	}

	/**
	 * Add the columns that are not there, and the indexes that are not, which may be left
	 * from a time when the making of one was interrupted.
	 */
	void addColumns(CollectionSpec spec) {
		TableSchema schema = schema(spec);
		this.<@Nullable Void>outside(StoreOperations.ADD_COLUMNS.on(spec.name()), (session, attempt) -> {
			require(session, spec.name());
			List<FieldSchema> missing = missing(session, spec, schema);
			if (!missing.isEmpty()) {
				try {
					session.update(TableStatements.addFields(spec.name(), missing));
				}
				catch (DataIntegrityViolationException ex) {
					// somebody else may have added them meanwhile
					if (!missing(session, spec, schema).isEmpty()) {
						throw ex;
					}
				}
			}
			TableDescription stored = new TableReader(session, spec.name()).describe();
			new MissingIndexes(schema, stored).stream()
				.forEach((index) -> session.update(IndexStatements.create(spec.name(), index, 0)));
			return null;
		});
	}

	private static List<FieldSchema> missing(Session session, CollectionSpec spec, TableSchema schema) {
		Set<String> stored = new HashSet<>();
		columns(session, spec.name()).forEach((column) -> stored.add(column.name().toLowerCase(Locale.ROOT)));
		if (stored.isEmpty()) {
			throw missing(spec.name());
		}
		List<FieldSchema> missing = new ArrayList<>();
		for (Column column : spec.columns()) {
			if (!stored.contains(column.name().toLowerCase(Locale.ROOT))) {
				if (!column.nullable()) {
					throw new InvalidDataAccessApiUsageException(
							"Column '%s' cannot be added to collection '%s': rows that are there would be without it, but it is never null"
								.formatted(column.name(), spec.name()));
				}
				missing.add(field(spec, schema, column));
			}
		}
		return missing;
	}

	boolean drop(String collection) {
		if (!SeekdbAbilities.isCollection(collection)) {
			return false;
		}
		AtomicBoolean there = new AtomicBoolean();
		return this.<Boolean>outside(StoreOperations.DROP.on(collection), (session, attempt) -> {
			if (isThere(session, collection)) {
				there.set(true);
				session.update(TableStatements.drop(collection, true));
			}
			return there.get();
		});
	}

	CollectionStats stats(String collection) {
		return this.calls.call(StoreOperations.STATS.on(collection), (session, attempt) -> {
			if (!isThere(session, collection)) {
				throw missing(collection);
			}
			return new CollectionStats(count(session, attempt, collection), null, Map.of());
		});
	}

	/**
	 * The server's own figures stay at zero, and to count reads every row: more than the
	 * server can in a moment are not worth it.
	 */
	private static @Nullable Long count(Session session, Attempt attempt, String collection) {
		try {
			return session.query(new SqlBuilder().append(COUNT).identifier(collection).build(), (row) -> row.getLong(1))
				.get(0);
		}
		catch (QueryTimeoutException ex) {
			attempt.deadline().check();
			return null;
		}
	}

	/**
	 * Do what would commit the transaction that it is part of, on a connection that is
	 * part of none.
	 */
	private <T extends @Nullable Object> T outside(Operation operation, SessionWork<T> work) {
		if (!TransactionSynchronizationManager.isActualTransactionActive()) {
			return this.calls.<T>call(operation, work);
		}
		try {
			return this.calls.<T>callAsync(operation, work).join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException failure) ? failure : ex;
		}
	}

	private static InvalidDataAccessResourceUsageException missing(String collection) {
		return new InvalidDataAccessResourceUsageException(
				"There is no collection '%s'; create it first".formatted(SeekdbAbilities.printable(collection)));
	}

}
