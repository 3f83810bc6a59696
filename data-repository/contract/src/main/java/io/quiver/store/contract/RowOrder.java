package io.quiver.store.contract;

import java.util.Comparator;
import java.util.List;

import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Row;
import io.quiver.data.store.SortKey;
import org.jspecify.annotations.Nullable;

/**
 * The total order of a page, on the values of the sort columns followed by those of the
 * key columns: the same values that go on from a row.
 *
 * @author Quiver
 */
final class RowOrder implements Comparator<Row> {

	private final List<SortKey> sort;

	private final int keySize;

	RowOrder(CollectionSpec spec, List<SortKey> sort) {
		this.sort = sort;
		this.keySize = spec.keySize();
	}

	@Override
	public int compare(Row left, Row right) {
		int order = 0;
		for (int i = 0; i < this.sort.size() + this.keySize && order == 0; i++) {
			SortKey step = (i < this.sort.size()) ? this.sort.get(i) : new SortKey(i, false, false);
			order = compare(step, left.get(i), right.get(i));
		}
		return order;
	}

	private static int compare(SortKey step, @Nullable Object left, @Nullable Object right) {
		if (left == null || right == null) {
			int nullFirst = (left == right) ? 0 : (left == null) ? -1 : 1;
			return (step.nullsFirst()) ? nullFirst : -nullFirst;
		}
		int order = ValueOrder.compare(left, right);
		return (step.descending()) ? -order : order;
	}

}
