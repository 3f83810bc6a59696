package io.quiver.store.proxima;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.quiver.data.store.Row;
import io.quiver.data.store.WriteRequest;
import io.quiver.data.store.WriteResult;
import io.quiver.data.store.WriteResult.RowFailure;

/**
 * Rows of a write that are not sent, while the others are.
 *
 * @param failures the rows, by rising index
 * @author Quiver
 */
record RefusedRows(List<RowFailure> failures) {

	RefusedRows {
		failures = List.copyOf(failures);
	}

	static final RefusedRows NONE = new RefusedRows(List.of());

	boolean isEmpty() {
		return this.failures.isEmpty();
	}

	/**
	 * Return the request without these rows.
	 */
	WriteRequest others(WriteRequest request) {
		if (isEmpty()) {
			return request;
		}
		List<Row> others = new ArrayList<>(request.rows());
		for (int i = this.failures.size() - 1; i >= 0; i--) {
			others.remove(this.failures.get(i).index());
		}
		return new WriteRequest(request.collection(), request.mode(), request.columns(), others,
				request.expectedVersions(), request.options());
	}

	/**
	 * Return the result of the whole request.
	 * @param others that of the others
	 */
	WriteResult and(WriteResult others) {
		if (isEmpty()) {
			return others;
		}
		List<RowFailure> all = new ArrayList<>(this.failures);
		int refused = 0;
		for (RowFailure failure : others.failures()) {
			while (refused < this.failures.size() && this.failures.get(refused).index() <= failure.index() + refused) {
				refused++;
			}
			all.add(new RowFailure(failure.index() + refused, failure.outcome(), failure.cause()));
		}
		all.sort(Comparator.comparingInt(RowFailure::index));
		return new WriteResult(others.rows() + this.failures.size(), others.affected(), all, others.keys());
	}

}
