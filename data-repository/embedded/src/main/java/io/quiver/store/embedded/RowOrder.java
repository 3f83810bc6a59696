package io.quiver.store.embedded;

import java.util.ArrayList;
import java.util.List;

import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.Column.ValueColumn;
import io.quiver.data.store.ColumnType;
import io.quiver.data.store.Row;
import io.quiver.data.store.SortKey;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * An order of rows: some columns, then the key.
 *
 * @author Quiver
 */
final class RowOrder {

	private final List<Column> columns = new ArrayList<>();

	private final List<SortField> fields = new ArrayList<>();

	RowOrder(CollectionSpec spec, List<SortKey> sort) {
		for (SortKey step : sort) {
			add(spec.columns().get(step.column()), step.descending(), step.nullsFirst());
		}
		for (int i = 0; i < spec.keySize(); i++) {
			add(spec.columns().get(i), false, true);
		}
	}

	private void add(Column column, boolean descending, boolean nullsFirst) {
		// Lucene turns the place of nulls round with the order
		Object missing = (nullsFirst != descending) ? SortField.STRING_FIRST : SortField.STRING_LAST;
		this.columns.add(column);
		this.fields.add(new SortField(Fields.sort(column.name()), SortField.Type.STRING, descending, missing));
	}

	Sort sort() {
		return new Sort(this.fields.toArray(SortField[]::new));
	}

	/**
	 * Return the place behind a row.
	 * @param last the values of the sort columns and then of the key columns
	 * @param place the greatest place of a row in the index
	 */
	FieldDoc after(Row last, int place) {
		if (last.size() != this.columns.size()) {
			throw new InvalidDataAccessApiUsageException(
					"The place to go on from has %d values; the order needs %d: those of the sort columns, then of the key"
						.formatted(last.size(), this.columns.size()));
		}
		@Nullable Object[] values = new @Nullable Object[this.columns.size()];
		for (int i = 0; i < values.length; i++) {
			Object value = last.get(i);
			values[i] = (value != null) ? bytes(this.columns.get(i), value) : null;
		}
		return new FieldDoc(place, Float.NaN, values);
	}

	private static BytesRef bytes(Column column, Object value) {
		ColumnType type = (column instanceof KeyColumn key) ? key.type() : ((ValueColumn) column).type();
		if (!type.javaType().isInstance(value)) {
			throw new InvalidDataAccessApiUsageException("Column '%s' is of type %s; no row stands at a %s"
				.formatted(column.name(), type, value.getClass().getName()));
		}
		return Documents.sortable(SortableBytes.of(type, value));
	}

}
