package io.quiver.data.repository.query;

import io.quiver.data.core.VectorOperations;
import io.quiver.data.core.query.Query;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.core.query.SearchRequest;
import io.quiver.data.core.query.WriteOptions;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;

/**
 * Counts rows, looks whether there is any, or deletes them.
 *
 * @author Quiver
 */
final class SummaryExecution implements Execution {

	private final VectorOperations operations;

	private final Class<?> type;

	private final DerivedQuery derived;

	private final boolean silent;

	SummaryExecution(VectorQueryMethod method, DerivedQuery derived, VectorOperations operations) {
		this.operations = operations;
		this.type = method.domainType();
		this.derived = derived;
		Class<?> returned = method.returnType().getType();
		this.silent = returned == void.class || returned == Void.class;
	}

	@Override
	public @Nullable Object execute(Arguments arguments) {
		Near near = this.derived.near();
		return (near != null) ? withinRange(near, arguments) : byCondition(arguments);
	}

	private @Nullable Object byCondition(Arguments arguments) {
		Query query = new Query(this.derived.filter(arguments), Sort.unsorted(), 0, null, arguments.searchOptions());
		return switch (this.derived.subject()) {
			case COUNT -> this.operations.count(query, this.type);
			case EXISTS -> this.operations.exists(query, this.type);
			case DELETE -> deleted(writing(arguments).delete(query, this.type));
			case FIND -> throw new IllegalStateException("Rows are found elsewhere");
		};
	}

	private @Nullable Object withinRange(Near near, Arguments arguments) {
		SearchRequest request = SearchRequest.near(near.nearest(arguments))
			.within(near.range(arguments))
			.where(this.derived.filter(arguments))
			.options(arguments.searchOptions());
		return switch (this.derived.subject()) {
			case COUNT -> this.operations.count(request, this.type);
			case EXISTS -> this.operations.exists(request, this.type);
			case DELETE -> deleted(writing(arguments).delete(request, this.type));
			case FIND -> throw new IllegalStateException("Rows are found elsewhere");
		};
	}

	private VectorOperations writing(Arguments arguments) {
		WriteOptions options = arguments.writeOptions();
		return (options != null) ? this.operations.with(SearchOptions.none(), options) : this.operations;
	}

	private @Nullable Object deleted(long rows) {
		return (this.silent) ? null : rows;
	}

}
