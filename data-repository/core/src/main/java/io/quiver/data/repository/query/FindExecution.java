package io.quiver.data.repository.query;

import java.util.List;
import java.util.Optional;

import io.quiver.data.core.EntityQuery;
import io.quiver.data.core.query.Query;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.SliceImpl;
import org.springframework.data.domain.Window;

/**
 * Finds rows in the order of their fields.
 *
 * @author Quiver
 */
final class FindExecution implements Execution {

	private final VectorQueryMethod method;

	private final DerivedQuery derived;

	private final ReturnShape shape;

	private final Reads reads;

	FindExecution(VectorQueryMethod method, DerivedQuery derived, ReturnShape shape, Reads reads) {
		this.method = method;
		this.derived = derived;
		this.shape = shape;
		this.reads = reads;
	}

	@Override
	public @Nullable Object execute(Arguments arguments) {
		Query query = new Query(this.derived.filter(arguments), this.derived.sort().and(arguments.getSort()), 0, null,
				arguments.searchOptions());
		Extent extent = Extent.of(arguments, this.derived.top());
		EntityQuery<?> reads = this.reads.of(arguments);
		return switch (this.shape.container()) {
			case ONE, OPTIONAL -> one(reads, limited(query, extent.atMostTwo()));
			case STREAM -> reads.stream(limited(query, extent));
			case PAGE -> page(reads, query, arguments.getPageable());
			case SLICE -> slice(reads, query, extent, arguments.getPageable());
			case WINDOW -> window(reads, query, extent, arguments);
			case LIST, SEARCH_RESULTS ->
				(this.shape.async()) ? reads.findAsync(limited(query, extent)) : reads.find(limited(query, extent));
		};
	}

	private @Nullable Object one(EntityQuery<?> reads, Query query) {
		return (this.shape.async()) ? reads.findAsync(query).thenApply(this::only) : only(reads.find(query));
	}

	private @Nullable Object only(List<?> results) {
		Object only = Execution.only(this.method, results);
		return (this.shape.container() == ReturnShape.Container.OPTIONAL) ? Optional.ofNullable(only) : only;
	}

	/**
	 * The page keeps the caller's own order, so that the next page does not add the order
	 * of the name once more.
	 */
	private static Page<?> page(EntityQuery<?> reads, Query query, Pageable pageable) {
		if (pageable.isUnpaged() || pageable.getSort().equals(query.sort())) {
			return reads.findPage(query, pageable);
		}
		Page<?> page = reads.findPage(query,
				PageRequest.of(pageable.getPageNumber(), pageable.getPageSize(), query.sort()));
		return new PageImpl<Object>(List.copyOf(page.getContent()), pageable, page.getTotalElements());
	}

	private static Slice<?> slice(EntityQuery<?> reads, Query query, Extent extent, Pageable pageable) {
		List<?> results = reads.find(limited(query, extent.oneMore()));
		int limit = (extent.limit() != null) ? extent.limit() : Integer.MAX_VALUE;
		boolean more = results.size() > limit;
		return new SliceImpl<Object>(List.copyOf((more) ? results.subList(0, limit) : results), pageable, more);
	}

	private static Window<?> window(EntityQuery<?> reads, Query query, Extent extent, Arguments arguments) {
		ScrollPosition position = arguments.getScrollPosition();
		if (position == null) {
			throw arguments.error("the position to begin at must not be null. Begin with ScrollPosition.keyset()");
		}
		if (extent.limit() == null) {
			throw arguments.error("a window must have a size");
		}
		return reads.scroll(query.withLimit(extent.limit()), position);
	}

	private static Query limited(Query query, Extent extent) {
		return query.withOffset(extent.offset()).withLimit(extent.limit());
	}

}
