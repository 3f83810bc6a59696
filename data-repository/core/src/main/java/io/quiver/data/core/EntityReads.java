package io.quiver.data.core;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.Stream;

import io.quiver.data.core.QueryShape.Action;
import io.quiver.data.core.convert.EntityReader;
import io.quiver.data.core.convert.UnsupportedQueryException;
import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.Metric;
import io.quiver.data.core.query.Query;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.core.query.SearchRequest;
import io.quiver.data.store.Ability;
import io.quiver.data.store.Column.VectorColumn;
import io.quiver.data.store.FindRequest;
import io.quiver.data.store.Hit;
import io.quiver.data.store.NearestRequest;
import io.quiver.data.store.Projection;
import io.quiver.data.store.RankRequest;
import io.quiver.data.store.Row;
import io.quiver.data.store.RowStore;
import io.quiver.data.store.SortKey;

import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.OffsetScrollPosition;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Score;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.SearchResult;
import org.springframework.data.domain.SearchResults;
import org.springframework.data.domain.Similarity;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.data.support.PageableExecutionUtils;
import org.springframework.util.Assert;

/**
 * Reads of one entity into one type of results.
 *
 * @param <R> the type of the results
 * @author Quiver
 */
final class EntityReads<R> implements EntityQuery<R> {

	private static final String QUERY = "'query' must not be null";

	private final TemplateContext context;

	private final RowStore store;

	private final StoreOptions options;

	private final EntityModel<?> model;

	private final Requests requests;

	private final EntityReader<R> reader;

	EntityReads(TemplateContext context, StoreOptions options, EntityModel<?> model, Class<R> type) {
		this.context = context;
		this.store = context.store();
		this.options = options;
		this.model = model;
		this.requests = new Requests(model, context);
		this.reader = model.reader(type);
	}

	@Override
	public <P> EntityQuery<P> as(Class<P> projection) {
		Assert.notNull(projection, "'projection' must not be null");
		return new EntityReads<>(this.context, this.options, this.model, projection);
	}

	@Override
	public List<R> find(Query query) {
		Assert.notNull(query, QUERY);
		return find(query, this.options.reading(query.options()));
	}

	private List<R> find(Query query, SearchOptions options) {
		if (isNothing(query)) {
			return List.of();
		}
		FindRequest request = this.requests.find(query, this.reader.projection(), Action.FIND, options);
		this.context.schemas().ensure(this.model);
		if (fitsPage(request)) {
			return read(this.store.find(request));
		}
		try (Stream<Row> rows = this.store.stream(paged(request))) {
			return read(rows.limit(request.limit()).toList());
		}
	}

	@Override
	public CompletableFuture<List<R>> findAsync(Query query) {
		Assert.notNull(query, QUERY);
		SearchOptions options = this.options.reading(query.options());
		return CompletableFuture.supplyAsync(() -> find(query, options), this.context.executor());
	}

	@Override
	public Page<R> findPage(Query query, Pageable pageable) {
		Assert.notNull(query, QUERY);
		Assert.notNull(pageable, "'pageable' must not be null");
		if (query.limit() != null || query.offset() > 0) {
			throw new UnsupportedQueryException(
					"A page takes its offset and limit from the Pageable, but the query has its own",
					"leave them out of the query, or find without a Pageable");
		}
		Query page = query.withSort(pageable.getSortOr(query.sort()));
		if (pageable.isPaged()) {
			page = page.withOffset(pageable.getOffset()).withLimit(pageable.getPageSize());
		}
		return PageableExecutionUtils.getPage(find(page), pageable, () -> count(query));
	}

	long count(Query query) {
		Assert.notNull(query, QUERY);
		SearchOptions options = this.options.reading(query.options());
		Filter filter = this.requests.filter(Action.COUNT, query.filter());
		this.context.schemas().ensure(this.model);
		return this.store.count(this.model.spec(), filter, options);
	}

	/**
	 * One row is enough to tell; counting is for stores that cannot find it.
	 */
	boolean exists(Query query) {
		Assert.notNull(query, QUERY);
		SearchOptions options = this.options.reading(query.options());
		Query one = new Query(query.filter(), Sort.unsorted(), 0, 1, query.options());
		FindRequest request;
		try {
			request = this.requests.find(one, Projection.key(this.model.spec()), Action.FIND, options);
		}
		catch (UnsupportedQueryException ex) {
			return count(query) > 0;
		}
		this.context.schemas().ensure(this.model);
		return !this.store.find(request).isEmpty();
	}

	@Override
	public Window<R> scroll(Query query, ScrollPosition position) {
		Assert.notNull(query, QUERY);
		Assert.notNull(position, "'position' must not be null");
		SearchOptions options = this.options.reading(query.options());
		if (query.limit() == null || query.limit() == 0) {
			throw new UnsupportedQueryException("A window has no size", "give the query a limit of at least 1");
		}
		int size = query.limit();
		Query oneMore = query.withLimit(size + 1);
		if (position instanceof OffsetScrollPosition offset) {
			// the position is that of the last row seen
			long start = (offset.isInitial()) ? 0 : offset.getOffset() + 1;
			FindRequest request = this.requests.find(oneMore.withOffset(start), this.reader.projection(), Action.FIND,
					options);
			this.context.schemas().ensure(this.model);
			return window(this.store.find(request), size, OffsetScrollPosition.positionFunction(start));
		}
		FindRequest plain = this.requests.find(oneMore, this.reader.projection(), Action.SCROLL, options);
		List<SortKey> sort = plain.sort();
		Scrolling scrolling = new Scrolling(this.model, sort, this.context.mapping().getConversionService());
		FindRequest request = scrolling
			.from(new FindRequest(plain.collection(), scrolling.projection(plain.projection()), plain.filter(), sort,
					plain.offset(), plain.limit(), null, options), (KeysetScrollPosition) position);
		this.context.schemas().ensure(this.model);
		List<Row> rows = this.store.find(request);
		int from = this.reader.projection().size();
		return window(rows, size, (index) -> scrolling.positionOf(rows.get(index), from));
	}

	private Window<R> window(List<Row> rows, int size, IntFunction<? extends ScrollPosition> positions) {
		boolean more = rows.size() > size;
		return Window.from(read((more) ? rows.subList(0, size) : rows), positions, more);
	}

	@Override
	public Stream<R> stream(Query query) {
		Assert.notNull(query, QUERY);
		SearchOptions options = this.options.reading(query.options());
		if (isNothing(query)) {
			return Stream.empty();
		}
		FindRequest request = this.requests.find(query, this.reader.projection(), Action.FIND, options);
		this.context.schemas().ensure(this.model);
		return this.store.stream(paged(request)).limit(request.limit()).map(this.reader::read);
	}

	@Override
	public SearchResults<R> search(SearchRequest request) {
		Assert.notNull(request, "'request' must not be null");
		SearchOptions options = this.options.reading(request.options());
		String text = request.text();
		if (text != null) {
			RankRequest rank = this.requests.rank(request, text, this.reader.projection(), options);
			this.context.schemas().ensure(this.model);
			return ranked(this.store.rank(rank));
		}
		NearestRequest nearest = nearest(request, options);
		this.context.schemas().ensure(this.model);
		return near(nearest, this.store.nearest(nearest));
	}

	@Override
	public CompletableFuture<SearchResults<R>> searchAsync(SearchRequest request) {
		Assert.notNull(request, "'request' must not be null");
		// the tenant belongs to this thread
		SearchOptions options = this.options.reading(request.options());
		if (request.text() != null) {
			SearchRequest resolved = request.options(options);
			return CompletableFuture.supplyAsync(() -> search(resolved), this.context.executor());
		}
		return CompletableFuture.supplyAsync(() -> {
			NearestRequest nearest = nearest(request, options);
			this.context.schemas().ensure(this.model);
			return nearest;
		}, this.context.executor())
			.thenCompose((nearest) -> this.store.nearestAsync(nearest, this.context.executor())
				.thenApply((hits) -> near(nearest, hits)));
	}

	private NearestRequest nearest(SearchRequest request, SearchOptions options) {
		return this.requests.nearest(request, this.reader.projection(), Action.SEARCH, options);
	}

	private SearchResults<R> near(NearestRequest request, List<Hit> hits) {
		Metric metric = ((VectorColumn) this.model.spec().columns().get(request.column())).metric();
		List<SearchResult<R>> results = new ArrayList<>(hits.size());
		for (Hit hit : hits) {
			results.add(new SearchResult<>(this.reader.read(hit.row()),
					Similarity.of(metric.toSimilarity(hit.score()), metric.scoringFunction())));
		}
		return new SearchResults<>(results);
	}

	private SearchResults<R> ranked(List<Hit> hits) {
		return new SearchResults<>(hits.stream()
			.map((hit) -> new SearchResult<>(this.reader.read(hit.row()), Score.of(hit.score())))
			.toList());
	}

	private List<R> read(List<Row> rows) {
		List<R> results = new ArrayList<>(rows.size());
		rows.forEach((row) -> results.add(this.reader.read(row)));
		return results;
	}

	private static boolean isNothing(Query query) {
		return query.limit() != null && query.limit() == 0;
	}

	private boolean fitsPage(FindRequest request) {
		return request.limit() <= Requests.PAGE || !this.store.kind().abilities().has(Ability.SCROLL);
	}

	private static FindRequest paged(FindRequest request) {
		return new FindRequest(request.collection(), request.projection(), request.filter(), request.sort(),
				request.offset(), Math.min(request.limit(), Requests.PAGE), null, request.options());
	}

}
