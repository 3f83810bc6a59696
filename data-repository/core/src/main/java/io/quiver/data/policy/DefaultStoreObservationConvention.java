package io.quiver.data.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.common.docs.KeyName;
import io.quiver.data.policy.StoreObservationDocumentation.HighCardinality;
import io.quiver.data.policy.StoreObservationDocumentation.LowCardinality;
import org.jspecify.annotations.Nullable;

/**
 * The names that calls of stores have unless an application gives others. Never a vector,
 * a key or a value; conditions, which hold values, only if they are asked for.
 * <p>
 * What is asked is told when a call begins, what came of it when it ends.
 *
 * @author Quiver
 * @since 0.1
 */
public class DefaultStoreObservationConvention implements StoreObservationConvention {

	/**
	 * Enough for the entities of an application; more would be names made at run time.
	 */
	private static final int MAX_COLLECTIONS = 100;

	private static final KeyValue NO_COLLECTION = LowCardinality.COLLECTION.withNoneValue();

	private static final KeyValue OTHER_COLLECTION = LowCardinality.COLLECTION.withValue("other");

	private static final KeyValue NO_ERROR = LowCardinality.ERROR.withNoneValue();

	private final boolean filters;

	private final Map<String, KeyValue> collections = new ConcurrentHashMap<>();

	private final Semaphore places = new Semaphore(MAX_COLLECTIONS);

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
		return context.getOperation().name() + " "
				+ ((collection != null) ? collection(collection).getValue() : context.getStore());
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(StoreObservationContext context) {
		// in the order of their names, which saves sorting
		return KeyValues.of(collection(context.getOperation().collection()),
				LowCardinality.OPERATION.withValue(context.getOperation().name()),
				LowCardinality.SYSTEM.withValue(context.getSystem()), error(context.getError()),
				LowCardinality.STORE.withValue(context.getStore()));
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(StoreObservationContext context) {
		List<KeyValue> values = new ArrayList<>(HighCardinality.values().length);
		if (context.getAttempts() == 0) {
			asked(values, context.getOperation());
		}
		else {
			add(values, HighCardinality.ROWS_RETURNED, context.getRowsReturned(), 0);
			add(values, HighCardinality.ATTEMPTS, context.getAttempts(), 1);
			add(values, HighCardinality.ROWS_WRITTEN, context.getRowsWritten(), 0);
		}
		return KeyValues.of(values);
	}

	private void asked(List<KeyValue> values, Operation operation) {
		if (operation.search() == null) {
			return;
		}
		SearchTrace search = operation.search().get();
		add(values, HighCardinality.METRIC, search.metric());
		add(values, HighCardinality.DIMENSION, search.dimension(), 1);
		add(values, HighCardinality.FIELD, search.field());
		if (this.filters && search.filter() != null) {
			add(values, HighCardinality.FILTER, search.filter().get());
		}
		add(values, HighCardinality.TOP_K, search.topK(), 1);
	}

	private static void add(List<KeyValue> values, KeyName name, long value, long least) {
		if (value >= least) {
			values.add(name.withValue(Long.toString(value)));
		}
	}

	private static void add(List<KeyValue> values, KeyName name, @Nullable String value) {
		if (value != null) {
			values.add(name.withValue(value));
		}
	}

	private KeyValue collection(@Nullable String name) {
		if (name == null) {
			return NO_COLLECTION;
		}
		KeyValue known = this.collections.get(name);
		if (known == null) {
			known = this.collections.computeIfAbsent(name, this::place);
		}
		return (known != null) ? known : OTHER_COLLECTION;
	}

	private @Nullable KeyValue place(String name) {
		return (this.places.tryAcquire()) ? LowCardinality.COLLECTION.withValue(name) : null;
	}

	private static KeyValue error(@Nullable Throwable error) {
		return (error != null) ? LowCardinality.ERROR.withValue(name(error.getClass())) : NO_ERROR;
	}

	private static String name(Class<?> error) {
		// an anonymous class has no simple name
		return (error.getSimpleName().isEmpty()) ? error.getName() : error.getSimpleName();
	}

}
