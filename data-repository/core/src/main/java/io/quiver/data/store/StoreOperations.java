package io.quiver.data.store;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.FilterText;
import io.quiver.data.core.query.Metric;
import io.quiver.data.policy.Operation;
import io.quiver.data.policy.Safety;
import io.quiver.data.policy.SearchTrace;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.Column.VectorColumn;
import org.jspecify.annotations.Nullable;

/**
 * The operations of the port as every store's client calls them at its
 * {@linkplain io.quiver.data.policy.StoreCalls guarded door}: one set of names in metrics
 * and properties, one judgement of what may be repeated. A client whose system differs
 * declares operations of its own beside these, or in the place of some.
 * <p>
 * What is repeated may do its work after somebody else's write, as any call that arrives
 * late may; that alone does not make it unsafe. Nor does an answer that tells only of the
 * last try, such as the number of rows deleted.
 *
 * @author Quiver
 * @since 0.1
 */
public final class StoreOperations {

	/**
	 * Stores new rows. Not to be repeated: the second try would find the rows of the
	 * first and report them as duplicates, and a store that makes keys would store them
	 * twice.
	 */
	public static final Operation INSERT = Operation.write("insert");

	/**
	 * Replaces rows that are there. {@linkplain #write(WriteRequest) Not to be repeated
	 * if versions are compared}.
	 */
	public static final Operation UPDATE = Operation.idempotentWrite("update");

	/**
	 * Stores whole rows, whatever was there. {@linkplain #write(WriteRequest) Not to be
	 * repeated if the store makes their keys}.
	 */
	public static final Operation SAVE = Operation.idempotentWrite("save");

	/**
	 * Sets some columns of rows. {@linkplain #write(WriteRequest) Not to be repeated if
	 * versions are compared}.
	 */
	public static final Operation MERGE = Operation.idempotentWrite("merge");

	/**
	 * Deletes rows by their keys. May be repeated, though the second try cannot tell what
	 * the first has deleted from what was never there; {@linkplain #delete(DeleteRequest)
	 * not if versions are compared}.
	 */
	public static final Operation DELETE = Operation.idempotentWrite("delete");

	/** Deletes all rows of a condition. May be repeated, as {@link #DELETE} may. */
	public static final Operation DELETE_WHERE = Operation.idempotentWrite("delete-where");

	/** Reads rows by their keys. */
	public static final Operation GET = Operation.read("get");

	/** Reads a page of rows. */
	public static final Operation FIND = Operation.read("find");

	/** Finds the rows nearest to a vector. */
	public static final Operation NEAREST = Operation.read("nearest");

	/** Finds the rows that match a text best. */
	public static final Operation RANK = Operation.read("rank");

	/** Counts rows. */
	public static final Operation COUNT = Operation.read("count");

	/** Makes a collection; that it is there already is no failure. */
	public static final Operation CREATE = Operation.idempotentWrite("create");

	/** Adds the columns that a collection does not have yet. */
	public static final Operation ADD_COLUMNS = Operation.idempotentWrite("add-columns");

	/** Drops a collection, if it is there. */
	public static final Operation DROP = Operation.idempotentWrite("drop");

	/** Describes a collection. */
	public static final Operation DESCRIBE = Operation.read("describe");

	/** Lists the collections. */
	public static final Operation COLLECTIONS = Operation.read("collections");

	/** Tells the size of a collection. */
	public static final Operation STATS = Operation.read("stats");

	/** All of them. */
	public static final Set<Operation> ALL = Set.of(INSERT, UPDATE, SAVE, MERGE, DELETE, DELETE_WHERE, GET, FIND,
			NEAREST, RANK, COUNT, CREATE, ADD_COLUMNS, DROP, DESCRIBE, COLLECTIONS, STATS);

	private StoreOperations() {
	}

	/**
	 * Return what a write is: that of its mode, and not to be repeated where the second
	 * try would see the work of the first. That is so where versions are compared, since
	 * it would report a conflict with itself, and where the store makes keys, since it
	 * would make others.
	 * @param request the write
	 * @return the operation on its collection, within its time-out
	 */
	public static Operation write(WriteRequest request) {
		Operation operation = switch (request.mode()) {
			case INSERT -> INSERT;
			case UPDATE -> UPDATE;
			case SAVE -> SAVE;
			case MERGE -> MERGE;
		};
		boolean once = request.expectedVersions() != null || makesKeys(request);
		return call(operation, once, request.collection(), request.options().timeout(), null);
	}

	/**
	 * Return what a deletion by keys is: not to be repeated where versions are compared,
	 * since the second try would report what the first has deleted as gone.
	 * @param request the deletion
	 * @return the operation on its collection, within its time-out
	 */
	public static Operation delete(DeleteRequest request) {
		return call(DELETE, request.expectedVersions() != null, request.collection(), request.options().timeout(),
				null);
	}

	/**
	 * Return the reading of a page.
	 * @param request the page
	 * @return the operation on its collection, within its time-out
	 */
	public static Operation find(FindRequest request) {
		return call(FIND, false, request.collection(), request.options().timeout(), null);
	}

	/**
	 * Return a search for neighbours.
	 * @param request the point
	 * @return the operation on its collection, within its time-out, with what is worth
	 * tracing
	 */
	public static Operation nearest(NearestRequest request) {
		return call(NEAREST, false, request.collection(), request.options().timeout(),
				() -> trace(request, request.limit(), request.filter()));
	}

	/**
	 * Return a search for words.
	 * @param request the text
	 * @return the operation on its collection, within its time-out, with what is worth
	 * tracing if it is fused with neighbours
	 */
	public static Operation rank(RankRequest request) {
		NearestRequest nearest = request.nearest();
		return call(RANK, false, request.collection(), request.options().timeout(),
				(nearest != null) ? () -> trace(nearest, request.limit(), request.filter()) : null);
	}

	private static Operation call(Operation operation, boolean once, CollectionSpec collection,
			@Nullable Duration timeout, @Nullable Supplier<SearchTrace> search) {
		return new Operation(operation.name(), (once) ? Safety.WRITE : operation.safety(), operation.limited(),
				collection.name(), timeout, search);
	}

	private static boolean makesKeys(WriteRequest request) {
		List<Column> columns = request.collection().columns();
		for (int place = 0; place < request.columns().size(); place++) {
			int at = place;
			if (columns.get(request.columns().column(place)) instanceof KeyColumn key && key.generated()
					&& request.rows().stream().anyMatch((row) -> at < row.size() && row.get(at) == null)) {
				return true;
			}
		}
		return false;
	}

	private static SearchTrace trace(NearestRequest nearest, int topK, @Nullable Filter filter) {
		Column column = nearest.collection().columns().get(nearest.column());
		String metric = (column instanceof VectorColumn vector) ? name(vector.metric()) : null;
		return new SearchTrace(column.name(), nearest.vector().length, topK, metric,
				(filter != null) ? () -> FilterText.withValues(filter).text() : null);
	}

	/** As Spring AI names them in its traces. */
	private static String name(Metric metric) {
		return switch (metric) {
			case EUCLIDEAN -> "euclidean";
			case COSINE -> "cosine";
			case INNER_PRODUCT -> "dot";
		};
	}

}
