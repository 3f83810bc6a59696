package io.quiver.store.embedded;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quiver.data.policy.Operation;
import io.quiver.data.store.StoreOperations;

/**
 * What the engine can do beside the operations of every store.
 *
 * @author Quiver
 */
final class EmbeddedOperations {

	/** A search by Lucene's own means. */
	static final Operation SEARCH = Operation.read("search");

	/** Upkeep: it ends when it is done, and nothing is gained by ending it sooner. */
	static final Operation REFRESH = Operation.idempotentWrite("refresh").unlimited();

	static final Operation COMMIT = Operation.idempotentWrite("commit").unlimited();

	static final Operation OPTIMIZE = Operation.idempotentWrite("optimize").unlimited();

	static final Set<Operation> ALL = Stream
		.concat(StoreOperations.ALL.stream(), Stream.of(SEARCH, REFRESH, COMMIT, OPTIMIZE))
		.collect(Collectors.toUnmodifiableSet());

	private EmbeddedOperations() {
	}

}
