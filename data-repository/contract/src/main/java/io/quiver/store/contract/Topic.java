package io.quiver.store.contract;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.store.Abilities;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column;
import io.quiver.data.store.FindRequest;
import io.quiver.data.store.Key;
import io.quiver.data.store.Projection;
import io.quiver.data.store.Row;
import io.quiver.data.store.RowStore;
import io.quiver.data.store.SortKey;
import io.quiver.data.store.WriteMode;
import io.quiver.data.store.WriteRequest;
import io.quiver.data.store.WriteResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Behaviours that belong together. Each of them runs in an instance of its own with a
 * collection name that nobody used before.
 *
 * @author Quiver
 */
abstract class Topic {

	final RowStore store;

	final Abilities abilities;

	final Shape shape;

	final String name = newName();

	private final List<String> created = new CopyOnWriteArrayList<>();

	Topic(RowStore store) {
		this.store = store;
		this.abilities = store.kind().abilities();
		this.shape = Shape.of(this.abilities);
	}

	/**
	 * Return the tests of a topic that a store has to pass.
	 */
	static Stream<DynamicTest> tests(RowStore store, Function<RowStore, ? extends Topic> topic) {
		return Behaviours.<Topic>of(() -> topic.apply(store), store.kind().abilities(), Topic::dropAll);
	}

	private void dropAll() {
		this.created.forEach(this.store::drop);
	}

	static String newName() {
		return "contract_" + UUID.randomUUID().toString().substring(0, 8);
	}

	CollectionSpec create(Column... columns) {
		return create(this.shape.spec(this.name, columns));
	}

	CollectionSpec create(CollectionSpec spec) {
		this.store.create(spec);
		this.created.add(spec.name());
		return spec;
	}

	WriteResult write(CollectionSpec spec, WriteMode mode, Row... rows) {
		return this.store.write(WriteRequest.of(spec, mode, List.of(rows)));
	}

	void save(CollectionSpec spec, Row... rows) {
		save(spec, List.of(rows));
	}

	void save(CollectionSpec spec, List<Row> rows) {
		WriteResult result = this.store.write(WriteRequest.of(spec, WriteMode.SAVE, rows));
		assertThat(result.failures()).isEmpty();
	}

	/** Stores rows 0 to {@code count - 1} whose values are made from their number. */
	void save(CollectionSpec spec, int count, Function<Integer, @Nullable Object[]> values) {
		save(spec, IntStream.range(0, count).mapToObj((i) -> this.shape.row(i, values.apply(i))).toList());
	}

	@Nullable Row read(CollectionSpec spec, Key key) {
		return this.store.get(spec, List.of(key), Projection.all(spec), SearchOptions.none()).get(0);
	}

	@Nullable Row read(CollectionSpec spec, int row) {
		return read(spec, this.shape.key(row));
	}

	boolean canFind(@Nullable Filter filter, CollectionSpec spec) {
		return this.abilities.find().objection(filter, spec) == null;
	}

	boolean canSort(List<SortKey> sort, CollectionSpec spec) {
		return sort.isEmpty() || this.abilities.sort().objection(sort, spec) == null;
	}

	/** The keys of one page, in its order. */
	List<Key> keys(CollectionSpec spec, @Nullable Filter filter, List<SortKey> sort, long offset, int limit) {
		FindRequest request = new FindRequest(spec, Projection.key(spec), filter, sort, offset, limit, null,
				SearchOptions.none());
		return this.store.find(request).stream().map(spec::keyOf).toList();
	}

	List<Key> keys(CollectionSpec spec, @Nullable Filter filter) {
		return keys(spec, filter, List.of(), 0, 10_000);
	}

	List<Key> keysOf(int... rows) {
		return Arrays.stream(rows).mapToObj(this.shape::key).toList();
	}

}
