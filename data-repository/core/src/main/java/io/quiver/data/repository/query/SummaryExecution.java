package io.quiver.data.repository.query;

import io.quiver.data.core.VectorOperations;
import io.quiver.data.core.query.Query;
import io.quiver.data.core.query.SearchOptions;
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
		Query query = new Query(this.derived.filter(arguments), Sort.unsorted(), 0, null, arguments.searchOptions());
		return switch (this.derived.subject()) {
			case COUNT -> this.operations.count(query, this.type);
			case EXISTS -> this.operations.exists(query, this.type);
			case DELETE -> delete(query, arguments.writeOptions());
			case FIND -> throw new IllegalStateException("Rows are found elsewhere");
		};
	}

	private @Nullable Object delete(Query query, @Nullable WriteOptions options) {
		VectorOperations operations = (options != null) ? this.operations.with(SearchOptions.none(), options)
				: this.operations;
		long deleted = operations.delete(query, this.type);
		return (this.silent) ? null : deleted;
	}

}
