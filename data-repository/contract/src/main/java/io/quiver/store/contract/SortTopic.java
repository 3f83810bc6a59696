package io.quiver.store.contract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.store.Ability;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.Column.ValueColumn;
import io.quiver.data.store.FindRequest;
import io.quiver.data.store.Key;
import io.quiver.data.store.Projection;
import io.quiver.data.store.Row;
import io.quiver.data.store.RowStore;
import io.quiver.data.store.SortKey;
import io.quiver.data.store.WriteMode;
import io.quiver.data.store.WriteRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages have one total order, and going on from page to page meets every row once.
 *
 * @author Quiver
 */
final class SortTopic extends Topic {

	private static final int ROWS = 150;

	/** Some on the pages of those, and some more behind the last. */
	private static final int WRITTEN = 60;

	private final WideRows wide;

	private final CollectionSpec spec;

	private final ReferenceStore reference = new ReferenceStore("reference");

	SortTopic(RowStore store) {
		super(store);
		this.wide = new WideRows(this.name, this.abilities);
		this.spec = this.wide.spec();
	}

	private void fill() {
		create(this.spec);
		save(this.spec, this.wide.rows(ROWS));
		this.reference.create(this.spec);
		this.reference.write(WriteRequest.of(this.spec, WriteMode.SAVE, this.wide.rows(ROWS)));
	}

	/** Every order by one column, and some by several, that the store takes. */
	private List<List<SortKey>> orders() {
		List<List<SortKey>> orders = new ArrayList<>(List.of(List.of()));
		List<SortKey> steps = new ArrayList<>();
		for (int i = 0; i < this.spec.columns().size(); i++) {
			Column column = this.spec.columns().get(i);
			boolean key = column instanceof KeyColumn;
			if (key || (column instanceof ValueColumn value && value.type().isOrdered())) {
				for (int variant = 0; variant < ((key) ? 2 : 4); variant++) {
					steps.add(new SortKey(i, variant % 2 == 1, variant >= 2));
				}
			}
		}
		steps.forEach((step) -> orders.add(List.of(step)));
		for (int i = 0; i + 7 < steps.size(); i += 3) {
			orders.add(List.of(steps.get(i), steps.get(i + 7)));
		}
		orders.removeIf((sort) -> !canSort(sort, this.spec));
		return orders;
	}

	private FindRequest request(List<SortKey> sort, long offset, int limit, Projection projection) {
		return new FindRequest(this.spec, projection, this.shape.everything(), sort, offset, limit, null,
				SearchOptions.none());
	}

	private List<Key> expected(List<SortKey> sort) {
		return this.reference.find(request(sort, 0, ROWS, Projection.key(this.spec)))
			.stream()
			.map(this.spec::keyOf)
			.toList();
	}

	@Behaviour(value = "sorts by each type, up and down, nulls first and last, equal rows by key", asks = Asks.FIND)
	void sorts() {
		fill();
		for (List<SortKey> sort : orders()) {
			assertThat(keys(this.spec, this.shape.everything(), sort, 0, ROWS)).as("rows by %s", sort)
				.isEqualTo(expected(sort));
		}
	}

	@Behaviour(value = "covers all rows once, page by page", asks = Asks.FIND)
	void pages() {
		fill();
		for (List<SortKey> sort : orders()) {
			List<Key> all = new ArrayList<>();
			for (int offset = 0; offset < ROWS + 40; offset += 40) {
				all.addAll(keys(this.spec, this.shape.everything(), sort, offset, 40));
			}
			assertThat(all).as("pages by %s", sort).isEqualTo(expected(sort));
		}
	}

	@Behaviour(value = "returns nothing behind the last row", asks = Asks.FIND)
	void beyond() {
		fill();
		assertThat(keys(this.spec, this.shape.everything(), List.of(), ROWS, 10)).isEmpty();
		assertThat(keys(this.spec, this.shape.everything(), List.of(), ROWS - 1, 10)).hasSize(1);
	}

	@Behaviour(value = "goes on behind the last row seen, in every order", needs = Ability.SCROLL, asks = Asks.FIND)
	void scrolls() {
		fill();
		for (List<SortKey> sort : orders()) {
			assertThat(scroll(sort, 17, () -> {
			})).as("rows scrolled by %s", sort).isEqualTo(expected(sort));
		}
	}

	@Behaviour(value = "neither repeats nor hides a row while others are written", needs = Ability.SCROLL,
			asks = Asks.FIND)
	void scrollsWhileWriting() {
		fill();
		List<Row> rows = this.wide.rows(ROWS + WRITTEN);
		AtomicInteger next = new AtomicInteger(ROWS);
		List<Key> seen = scroll(List.of(), 20, () -> {
			int row = next.getAndAdd(2);
			if (row < rows.size()) {
				save(this.spec, rows.subList(row, row + 2));
			}
		});
		assertThat(seen).doesNotHaveDuplicates().containsAll(expected(List.of()));
	}

	private List<Key> scroll(List<SortKey> sort, int size, Runnable betweenPages) {
		int[] place = IntStream.concat(sort.stream().mapToInt(SortKey::column), IntStream.range(0, this.spec.keySize()))
			.toArray();
		List<Key> keys = new ArrayList<>();
		FindRequest request = request(sort, 0, size, Projection.of(place));
		List<Row> page = this.store.find(request);
		while (!page.isEmpty() && keys.size() < 10 * ROWS) {
			for (Row row : page) {
				Object[] parts = IntStream.range(sort.size(), place.length)
					.mapToObj((i) -> Objects.requireNonNull(row.get(i)))
					.toArray();
				keys.add(Key.of(parts));
			}
			betweenPages.run();
			page = this.store.find(request.after(page.get(page.size() - 1)));
		}
		return keys;
	}

	@Behaviour(value = "streams all rows once, in every order", needs = Ability.SCROLL, asks = Asks.FIND)
	void streams() {
		fill();
		for (List<SortKey> sort : orders()) {
			try (Stream<Row> rows = this.store.stream(request(sort, 0, 13, Projection.key(this.spec)))) {
				assertThat(rows.map(this.spec::keyOf).toList()).as("rows streamed by %s", sort)
					.isEqualTo(expected(sort));
			}
		}
	}

	@Behaviour(value = "ends a stream early without harm to the next", needs = Ability.SCROLL, asks = Asks.FIND)
	void endsStream() {
		fill();
		for (int i = 0; i < 20; i++) {
			try (Stream<Row> rows = this.store.stream(request(List.of(), 0, 10, Projection.key(this.spec)))) {
				assertThat(rows.limit(3)).hasSize(3);
			}
		}
		assertThat(new HashSet<>(keys(this.spec, this.shape.everything()))).hasSize(ROWS);
	}

	@Behaviour(value = "returns just the columns wanted, sorted by one that is not wanted", asks = Asks.FIND)
	void projection() {
		fill();
		for (List<SortKey> sort : orders()) {
			List<Row> rows = this.store.find(request(sort, 0, 5, Projection.of(0)));
			assertThat(rows).hasSize(5).allSatisfy((row) -> assertThat(row.size()).isEqualTo(1));
		}
	}

}
