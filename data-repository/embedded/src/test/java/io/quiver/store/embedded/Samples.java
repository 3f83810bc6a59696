package io.quiver.store.embedded;

import java.util.List;
import java.util.stream.IntStream;

import io.quiver.data.core.query.Metric;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.Column.MapColumn;
import io.quiver.data.store.Column.ValueColumn;
import io.quiver.data.store.Column.VectorColumn;
import io.quiver.data.store.ColumnType;
import io.quiver.data.store.DeleteRequest;
import io.quiver.data.store.Key;
import io.quiver.data.store.Projection;
import io.quiver.data.store.Row;
import io.quiver.data.store.WriteMode;
import io.quiver.data.store.WriteRequest;
import org.jspecify.annotations.Nullable;

/**
 * A small collection of which each row can be told whole from its number and revision.
 *
 * @author Quiver
 */
final class Samples {

	static final CollectionSpec SPEC = new CollectionSpec("samples",
			List.of(new KeyColumn("id", ColumnType.LONG, false),
					new ValueColumn("revision", ColumnType.INTEGER, false, true, false, false),
					new ValueColumn("text", ColumnType.STRING, true, true, true, false), new MapColumn("more"),
					new VectorColumn("vector", 4, Metric.EUCLIDEAN, true)));

	private Samples() {
	}

	static Row row(long id, int revision) {
		return Row.of(id, revision, "row %d in revision %d".formatted(id, revision), null,
				new float[] { id, revision, id + revision, 1 });
	}

	static void save(EmbeddedClient client, long id, int revision) {
		save(client, List.of(row(id, revision)));
	}

	static void save(EmbeddedClient client, List<Row> rows) {
		client.write(WriteRequest.of(SPEC, WriteMode.SAVE, rows));
	}

	static void delete(EmbeddedClient client, long id) {
		client.delete(DeleteRequest.of(SPEC, List.of(Key.of(id))));
	}

	static @Nullable Row get(EmbeddedClient client, long id) {
		return client.get(SPEC, List.of(Key.of(id)), Projection.all(SPEC), SearchOptions.none()).get(0);
	}

	static long count(EmbeddedClient client) {
		return client.count(SPEC, null, SearchOptions.none());
	}

	static List<Row> rows(int from, int to) {
		return IntStream.range(from, to).mapToObj((id) -> row(id, 0)).toList();
	}

}
