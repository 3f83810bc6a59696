package io.quiver.data.core;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.quiver.data.core.query.Query;
import io.quiver.data.core.query.SearchRequest;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.SearchResults;
import org.springframework.data.domain.Window;

/**
 * Reads of one entity, as that entity or as a projection of it. Only the columns that the
 * result needs are fetched.
 *
 * @param <R> the type of the results
 * @author Quiver
 * @since 0.1
 */
public interface EntityQuery<R> {

	/**
	 * Read into another type: a record or class whose constructor takes properties of the
	 * entity, or an interface with getters of them.
	 * @param <P> the type of the projection
	 * @param projection the projection
	 * @return the same reads with other results
	 */
	<P> EntityQuery<P> as(Class<P> projection);

	List<R> find(Query query);

	/**
	 * Find without keeping the caller waiting, outside of every transaction of the
	 * caller's.
	 * @param query what is found
	 * @return what will be found
	 */
	CompletableFuture<List<R>> findAsync(Query query);

	Page<R> findPage(Query query, Pageable pageable);

	/**
	 * Read a window and where the next one begins.
	 * @param query the condition, the order and, as its limit, the size of the window
	 * @param position where to begin: {@link ScrollPosition#keyset()} or
	 * {@link ScrollPosition#offset()} at first, then the position of the last result
	 * @return the window
	 */
	Window<R> scroll(Query query, ScrollPosition position);

	/**
	 * Read one result after the other, a page at a time.
	 * @param query the condition and the order
	 * @return the results; to be closed
	 */
	Stream<R> stream(Query query);

	/**
	 * Search by rank: nearness, text, or both.
	 * @param request what is searched
	 * @return the results, best first: with a
	 * {@link org.springframework.data.domain.Similarity} if searched by nearness alone,
	 * else with a plain {@link org.springframework.data.domain.Score}
	 */
	SearchResults<R> search(SearchRequest request);

	/**
	 * Search without keeping the caller waiting, outside of every transaction of the
	 * caller's.
	 * @param request what is searched
	 * @return what will be found
	 */
	CompletableFuture<SearchResults<R>> searchAsync(SearchRequest request);

}
