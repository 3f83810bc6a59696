package io.quiver.store.proxima;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.quiver.store.proxima.model.RowStatus;
import io.quiver.store.proxima.model.WriteRequest;

/**
 * TODO.
 *
 * @author Quiver
 */
final class EachRow {

	static List<RowStatus> write(ProximaCalls calls, WriteRequest request) {
		throw new UnsupportedOperationException();
	}

	static CompletableFuture<List<RowStatus>> writeAsync(ProximaCalls calls, WriteRequest request) {
		throw new UnsupportedOperationException();
	}

}
