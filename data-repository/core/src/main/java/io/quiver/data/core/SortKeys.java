package io.quiver.data.core;

import java.util.ArrayList;
import java.util.List;

import io.quiver.data.core.convert.PropertyPaths;
import io.quiver.data.core.convert.UnsupportedQueryException;
import io.quiver.data.store.Column;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.Column.ValueColumn;
import io.quiver.data.store.SortKey;

import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.NullHandling;

/**
 * Orders by property paths to orders by columns.
 *
 * @author Quiver
 */
final class SortKeys {

	private SortKeys() {
	}

	/**
	 * Map an order. Where it does not say, rows without a value come last.
	 */
	static List<SortKey> of(EntityModel<?> model, Sort sort) {
		List<SortKey> keys = new ArrayList<>();
		for (Sort.Order order : sort) {
			if (order.isIgnoreCase()) {
				throw new UnsupportedQueryException(
						"Sorting by '%s' without regard to case is not offered".formatted(order.getProperty()),
						"sort with regard to case, or keep a property in small letters");
			}
			PropertyPaths.Target target = model.paths().resolve(order.getProperty());
			for (int column : target.columns()) {
				requireOrdered(target, model.spec().columns().get(column));
				keys.add(
						new SortKey(column, order.isDescending(), order.getNullHandling() == NullHandling.NULLS_FIRST));
			}
		}
		return keys;
	}

	private static void requireOrdered(PropertyPaths.Target target, Column column) {
		boolean ordered = column instanceof KeyColumn || column instanceof ValueColumn value && value.indexed();
		if (!ordered || target.metadataKey() != null) {
			throw new UnsupportedQueryException("Rows have no order by '%s'".formatted(target.path()),
					"sort by an indexed property with a single value");
		}
	}

}
