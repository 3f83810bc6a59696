package io.quiver.data.core;

import org.jspecify.annotations.Nullable;

/**
 * Judges queries against what a store declares, so that a query method that cannot work
 * stops the start instead of the first call.
 *
 * @author Quiver
 * @since 0.1
 */
public interface QueryPlanner {

	/**
	 * Say what stands against a query.
	 * @param shape the query
	 * @return the objection, or {@code null} if the store can do it
	 */
	@Nullable Objection objection(QueryShape shape);

	/**
	 * Say how a query will run, in one line for people.
	 * @param shape a query without an objection
	 * @return such as
	 * {@code nearest to 'embedding' (COSINE, 384) where country = ? in 'articles' on default (embedded)}
	 */
	String describe(QueryShape shape);

	/**
	 * Why a store cannot do a query, and what to do instead.
	 *
	 * @param problem what cannot be done and by which store
	 * @param wayOut what to do instead
	 */
	record Objection(String problem, String wayOut) {
	}

}
