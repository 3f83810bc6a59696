package io.quiver.store.proxima;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quiver.data.policy.Operation;
import io.quiver.data.policy.Safety;
import io.quiver.data.store.StoreOperations;
import io.quiver.store.proxima.model.OperationType;
import io.quiver.store.proxima.model.WriteRequest;

/**
 * What the client can do beside the operations of every store.
 *
 * @author Quiver
 */
final class ProximaOperations {

	/** A write of rows with operations of their own. */
	static final Operation WRITE = Operation.write("write");

	/** The same, each row in a request of its own. */
	static final Operation WRITE_EACH = Operation.write("write-each");

	static final Operation VERSION = Operation.read("version");

	/**
	 * Unlike a store's, it fails if the collection is there, which a second try would
	 * find.
	 */
	static final Operation CREATE = Operation.write(StoreOperations.CREATE.name());

	static final Set<Operation> ALL = Stream.concat(StoreOperations.ALL.stream(), Stream.of(WRITE, WRITE_EACH, VERSION))
		.collect(Collectors.toUnmodifiableSet());

	private ProximaOperations() {
	}

	/**
	 * Return a write, which may be repeated if it only updates or only deletes: that
	 * leaves the same behind. Of others the second try would find what the first has
	 * inserted there, and what it has deleted gone.
	 */
	static Operation write(WriteRequest request) {
		OperationType first = (request.rows().isEmpty()) ? OperationType.INSERT : request.rows().get(0).operation();
		if (first == OperationType.INSERT || !request.rows().stream().allMatch((row) -> row.operation() == first)) {
			return WRITE.on(request.collection());
		}
		return new Operation(WRITE.name(), Safety.IDEMPOTENT_WRITE, WRITE.limited(), request.collection(),
				WRITE.timeout(), WRITE.search());
	}

}
