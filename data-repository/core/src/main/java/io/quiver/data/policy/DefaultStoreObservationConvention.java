package io.quiver.data.policy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.common.docs.KeyName;
import io.quiver.data.policy.StoreObservationDocumentation.HighCardinality;
import io.quiver.data.policy.StoreObservationDocumentation.LowCardinality;
import org.jspecify.annotations.Nullable;

/**
 * The names that calls of stores have unless an application gives others. Never a vector,
 * a key or a value; conditions, which hold values, only if they are asked for.
 *
 * @author Quiver
 * @since 0.1
 */
public class DefaultStoreObservationConvention implements StoreObservationConvention {

	/**
	 * Enough for the entities of an application; more would be names made at run time.
	 */
	private static final int MAX_COLLECTIONS = 100;

	private static final KeyValue NO_COLLECTION = LowCardinality.COLLECTION.withValue(KeyValue.NONE_VALUE);

	private static final KeyValue OTHER_COLLECTION = LowCardinality.COLLECTION.withValue("other");

	private static final KeyValue NO_ERROR = LowCardinality.ERROR.withValue(KeyValue.NONE_VALUE);

	private final boolean filters;

	private final Set<String> collections = ConcurrentHashMap.newKeySet();

	public DefaultStoreObservationConvention() {
		this(false);
	}

	/**
	 * Create the convention.
	 * @param filters whether conditions are traced, with the values that are compared
	 */
	public DefaultStoreObservationConvention(boolean filters) {
		this.filters = filters;
	}

	@Override
	public String getName() {
		return "quiver.store.operation";
	}

	@Override
	public String getContextualName(StoreObservationContext context) {
		String collection = context.getOperation().collection();
		return context.getOperation().name() + " " + ((collection != null) ? collection : context.getStore());
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(StoreObservationContext context) {
		return KeyValues.of(LowCardinality.SYSTEM.withValue(context.getSystem()),
				LowCardinality.OPERATION.withValue(context.getOperation().name()),
				collection(context.getOperation().collection()), LowCardinality.STORE.withValue(context.getStore()),
				error(context.getError()));
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(StoreObservationContext context) {
		KeyValues values = KeyValues.empty();
		values = and(values, HighCardinality.ATTEMPTS, context.getAttempts(), 1);
		values = and(values, HighCardinality.ROWS_RETURNED, context.getRowsReturned(), 0);
		values = and(values, HighCardinality.ROWS_WRITTEN, context.getRowsWritten(), 0);
		SearchTrace search = (context.getOperation().search() != null) ? context.getOperation().search().get() : null;
		return (search != null) ? and(values, search) : values;
	}

	private KeyValues and(KeyValues values, SearchTrace search) {
		KeyValues all = and(values, HighCardinality.DIMENSION, search.dimension(), 1);
		all = and(all, HighCardinality.TOP_K, search.topK(), 1);
		all = and(all, HighCardinality.FIELD, search.field());
		all = and(all, HighCardinality.METRIC, search.metric());
		return (this.filters && search.filter() != null) ? and(all, HighCardinality.FILTER, search.filter().get())
				: all;
	}

	private static KeyValues and(KeyValues values, KeyName name, long value, long least) {
		return (value >= least) ? values.and(name.withValue(Long.toString(value))) : values;
	}

	private static KeyValues and(KeyValues values, KeyName name, @Nullable String value) {
		return (value != null) ? values.and(name.withValue(value)) : values;
	}

	private KeyValue collection(@Nullable String name) {
		if (name == null) {
			return NO_COLLECTION;
		}
		if (!this.collections.contains(name)) {
			if (this.collections.size() >= MAX_COLLECTIONS) {
				return OTHER_COLLECTION;
			}
			this.collections.add(name);
		}
		return LowCardinality.COLLECTION.withValue(name);
	}

	private static KeyValue error(@Nullable Throwable error) {
		return (error != null) ? LowCardinality.ERROR.withValue(error.getClass().getSimpleName()) : NO_ERROR;
	}

}
