package io.quiver.data.repository.query;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.quiver.data.core.EntityQuery;
import io.quiver.data.core.query.SearchRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.SearchResult;
import org.springframework.data.domain.SearchResults;
import org.springframework.data.domain.SliceImpl;

/**
 * Finds rows by rank: nearness, or the words of a text.
 *
 * @author Quiver
 */
final class SearchExecution implements Execution {

	private final VectorQueryMethod method;

	private final DerivedQuery derived;

	private final ReturnShape shape;

	private final Reads reads;

	SearchExecution(VectorQueryMethod method, DerivedQuery derived, ReturnShape shape, Reads reads) {
		this.method = method;
		this.derived = derived;
		this.shape = shape;
		this.reads = reads;
	}

	@Override
	public @Nullable Object execute(Arguments arguments) {
		Pageable pageable = arguments.getPageable();
		if (pageable.getSort().isSorted()) {
			throw arguments.error("results are ordered by rank; the Pageable must not be sorted");
		}
		Extent extent = extent(arguments);
		int limit = (extent.limit() != null) ? extent.limit() : SearchRequest.DEFAULT_LIMIT;
		EntityQuery<?> reads = this.reads.of(arguments);
		if (limit == 0) {
			Object nothing = shaped(new SearchResults<>(List.of()), pageable, 0);
			return (this.shape.async()) ? CompletableFuture.completedFuture(nothing) : nothing;
		}
		SearchRequest request = request(arguments, extent, limit);
		return (this.shape.async())
				? reads.searchAsync(request).thenApply((results) -> shaped(results, pageable, limit))
				: shaped(reads.search(request), pageable, limit);
	}

	private Extent extent(Arguments arguments) {
		Extent extent = Extent.of(arguments, this.derived.top());
		if (extent.limit() != null) {
			return (this.shape.isSingle()) ? extent.atMostTwo() : extent;
		}
		boolean unlimited = this.method.getParameters().hasLimitParameter()
				|| this.method.getParameters().hasPageableParameter();
		if (unlimited) {
			throw arguments.error("a search by rank must have a limit. Give a Limit or a page of some size");
		}
		return (this.shape.isSingle()) ? new Extent(0, 1) : extent;
	}

	private SearchRequest request(Arguments arguments, Extent extent, int limit) {
		if (extent.offset() > Integer.MAX_VALUE) {
			throw arguments.error("page %s begins beyond what a search by rank can leave out"
				.formatted(arguments.getPageable().getPageNumber()));
		}
		boolean slice = this.shape.container() == ReturnShape.Container.SLICE;
		return ranked(arguments).where(this.derived.filter(arguments))
			.offset((int) extent.offset())
			.limit((slice) ? Extent.oneMore(limit) : limit)
			.options(arguments.searchOptions());
	}

	private SearchRequest ranked(Arguments arguments) {
		Near near = this.derived.near();
		if (near != null) {
			return SearchRequest.near(near.nearest(arguments)).within(near.range(arguments));
		}
		Words words = this.derived.words();
		if (words == null) {
			throw new IllegalStateException("Nothing to rank by");
		}
		return SearchRequest.text(words.property(), arguments.required(words.argument()).toString());
	}

	private @Nullable Object shaped(SearchResults<?> results, Pageable pageable, int limit) {
		return switch (this.shape.container()) {
			case SEARCH_RESULTS -> results;
			case LIST -> elements(results);
			case STREAM -> elements(results).stream();
			case ONE -> Execution.only(this.method, elements(results));
			case OPTIONAL -> Optional.ofNullable(Execution.only(this.method, elements(results)));
			case SLICE -> slice(elements(results), pageable, limit);
			case PAGE, WINDOW -> throw new IllegalStateException("Refused at start-up");
		};
	}

	private List<?> elements(SearchResults<?> results) {
		List<? extends SearchResult<?>> content = results.getContent();
		return (this.shape.scored()) ? content : content.stream().map(SearchResult::getContent).toList();
	}

	private static SliceImpl<?> slice(List<?> elements, Pageable pageable, int limit) {
		boolean more = elements.size() > limit;
		return new SliceImpl<Object>(List.copyOf((more) ? elements.subList(0, limit) : elements), pageable, more);
	}

}
