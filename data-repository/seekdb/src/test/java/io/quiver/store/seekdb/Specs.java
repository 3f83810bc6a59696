package io.quiver.store.seekdb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.quiver.data.core.query.Metric;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.Column.ListColumn;
import io.quiver.data.store.Column.MapColumn;
import io.quiver.data.store.Column.ValueColumn;
import io.quiver.data.store.Column.VectorColumn;
import io.quiver.data.store.ColumnType;

/**
 * Shapes for tests.
 *
 * @author Quiver
 */
final class Specs {

	/** A column of each kind behind a key of one string. */
	static final CollectionSpec ARTICLES = new CollectionSpec("articles",
			List.of(key("id", ColumnType.STRING), value("title", ColumnType.STRING), value("views", ColumnType.LONG),
					value("price", ColumnType.DECIMAL), value("at", ColumnType.TIMESTAMP),
					new ValueColumn("body", ColumnType.STRING, true, true, true, false),
					new ListColumn("tags", ColumnType.STRING, true), new MapColumn("meta"),
					new VectorColumn("v", 2, Metric.EUCLIDEAN, true)));

	/** A key of two parts, and a version. */
	static final CollectionSpec VERSIONED = new CollectionSpec("versioned",
			List.of(key("a", ColumnType.LONG), key("b", ColumnType.STRING),
					new ValueColumn("version", ColumnType.LONG, false, true, false, true),
					value("size", ColumnType.LONG)));

	private Specs() {
	}

	static KeyColumn key(String name, ColumnType type) {
		return new KeyColumn(name, type, false);
	}

	static ValueColumn value(String name, ColumnType type) {
		return new ValueColumn(name, type, true, true, false, false);
	}

	static VectorColumn vector(String name, int dimension, Metric metric) {
		return new VectorColumn(name, dimension, metric, true);
	}

	static CollectionSpec spec(String name, Column... columns) {
		List<Column> all = new ArrayList<>(List.of(key("id", ColumnType.STRING)));
		all.addAll(Arrays.asList(columns));
		return new CollectionSpec(name, all);
	}

}
