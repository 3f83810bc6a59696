package io.quiver.data.store;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.jspecify.annotations.Nullable;

/**
 * Rows read a page at a time, each page going on behind the last row of the one before,
 * so that writes meanwhile neither repeat nor hide a row that was there throughout.
 *
 * @author Quiver
 */
final class PagedRows implements Iterator<Row> {

	private final RowStore store;

	private final FindRequest request;

	private final Projection wanted;

	private @Nullable Row last;

	private List<Row> page = List.of();

	private int position;

	private boolean done;

	private PagedRows(RowStore store, FindRequest request) {
		this.store = store;
		this.wanted = request.projection();
		// the place to go on from must come back with every row
		int[] columns = IntStream
			.concat(IntStream.range(0, request.projection().size()).map(request.projection()::column),
					cursorColumns(request))
			.toArray();
		this.request = new FindRequest(request.collection(), Projection.of(columns), request.filter(), request.sort(),
				request.offset(), request.limit(), request.after(), request.options());
	}

	static Stream<Row> stream(RowStore store, FindRequest request) {
		return StreamSupport.stream(Spliterators.spliteratorUnknownSize(new PagedRows(store, request),
				Spliterator.ORDERED | Spliterator.NONNULL), false);
	}

	private static IntStream cursorColumns(FindRequest request) {
		return IntStream.concat(request.sort().stream().mapToInt(SortKey::column),
				IntStream.range(0, request.collection().keySize()));
	}

	@Override
	public boolean hasNext() {
		if (this.position == this.page.size() && !this.done) {
			Row after = this.last;
			this.page = this.store.find((after != null) ? this.request.after(after) : this.request);
			this.position = 0;
			this.done = this.page.size() < this.request.limit();
		}
		return this.position < this.page.size();
	}

	@Override
	public Row next() {
		if (!hasNext()) {
			throw new NoSuchElementException();
		}
		Row row = this.page.get(this.position++);
		this.last = slice(row, this.wanted.size(), row.size());
		return slice(row, 0, this.wanted.size());
	}

	private static Row slice(Row row, int from, int to) {
		@Nullable Object[] values = new @Nullable Object[to - from];
		for (int i = from; i < to; i++) {
			values[i - from] = row.get(i);
		}
		return Row.of(values);
	}

}
