package io.quiver.data.repository.query;

import io.quiver.data.core.query.Filter;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;

/**
 * A method's name, taken apart.
 *
 * @param subject what is done
 * @param condition what must hold, or {@code null}
 * @param near what must be near, or {@code null}
 * @param words what results are ranked by instead of nearness, or {@code null}
 * @param sort the order named
 * @param top the {@code N} of {@code TopN}, or {@code null}
 * @author Quiver
 */
record DerivedQuery(Subject subject, @Nullable Condition condition, @Nullable Near near, @Nullable Words words,
		Sort sort, @Nullable Integer top) {

	boolean isRanked() {
		return this.near != null || this.words != null;
	}

	@Nullable Filter filter(Arguments arguments) {
		return (this.condition != null) ? this.condition.bind(arguments) : null;
	}

	@Nullable Filter filterShape() {
		return (this.condition != null) ? this.condition.shape() : null;
	}

	/**
	 * What is done.
	 */
	enum Subject {

		/** Rows are found. */
		FIND,
		/** Rows are counted. */
		COUNT,
		/** It is looked whether there is any row. */
		EXISTS,
		/** Rows are deleted. */
		DELETE

	}

}
