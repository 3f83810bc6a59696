package io.quiver.store.seekdb;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.quiver.data.core.query.Metric;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column.VectorColumn;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * Warns of vectors whose index does not find what is nearest to an entity, or that have
 * none, once for each collection: the server says nothing and compares every row, so that
 * answers are right.
 *
 * @author Quiver
 */
final class SlowSearches {

	private static final Log logger = LogFactory.getLog(SlowSearches.class);

	private final Set<String> warned = ConcurrentHashMap.newKeySet();

	void look(CollectionSpec expected, List<TableColumn> stored) {
		for (TableColumn column : stored) {
			int position = expected.indexOf(column.name());
			if (position >= 0 && expected.columns().get(position) instanceof VectorColumn vector
					&& column.metric() != vector.metric() && this.warned.add(expected.name() + "." + column.name())) {
				logger.warn(
						"Searches near '%s' of table '%s' compare every row: it has %s, but %s is wanted; make that with CREATE VECTOR INDEX ... WITH (distance=%s, type=hnsw)"
							.formatted(column.name(), expected.name(), index(column.metric()), index(vector.metric()),
									SimilarityBounds.distance(vector.metric()).metric()));
			}
		}
	}

	private static String index(@Nullable Metric metric) {
		return (metric != null) ? "a vector index of " + metric : "no vector index";
	}

}
