package io.quiver.data.repository.query;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Pageable;

/**
 * Which of the results a call wants.
 *
 * @param offset how many are left out first
 * @param limit how many at most, or {@code null} for all
 * @author Quiver
 */
record Extent(long offset, @Nullable Integer limit) {

	/**
	 * Return what a call wants: the least of the name's {@code TopN} and the page or the
	 * limit given.
	 * @param arguments the arguments
	 * @param top the {@code N} of {@code TopN}, or {@code null}
	 * @return the extent
	 */
	static Extent of(Arguments arguments, @Nullable Integer top) {
		Pageable pageable = arguments.getPageable();
		if (pageable.isPaged()) {
			long left = (top != null) ? Math.max(0, top - pageable.getOffset()) : Long.MAX_VALUE;
			return new Extent(pageable.getOffset(), (int) Math.min(pageable.getPageSize(), left));
		}
		Limit limit = arguments.getLimit();
		if (limit.isLimited()) {
			return new Extent(0, (top != null) ? Math.min(top, limit.max()) : limit.max());
		}
		return new Extent(0, top);
	}

	/**
	 * Return the extent that finds two results if there are two.
	 * @return the extent with a limit of at most 2
	 */
	Extent atMostTwo() {
		return new Extent(this.offset, (this.limit != null) ? Math.min(2, this.limit) : Integer.valueOf(2));
	}

	/**
	 * Return the next number, unless there is none.
	 * @param limit a limit
	 * @return a limit with room for one more
	 */
	static int oneMore(int limit) {
		return (limit < Integer.MAX_VALUE) ? limit + 1 : limit;
	}

	/**
	 * Return the extent that also finds out whether there is more.
	 * @return the extent with one more
	 */
	Extent oneMore() {
		return new Extent(this.offset, (this.limit != null) ? oneMore(this.limit) : null);
	}

}
