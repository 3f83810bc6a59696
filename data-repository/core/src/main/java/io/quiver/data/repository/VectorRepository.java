package io.quiver.data.repository;

import io.quiver.data.core.query.SearchRequest;

import org.springframework.data.domain.SearchResults;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.data.repository.ListPagingAndSortingRepository;
import org.springframework.data.repository.NoRepositoryBean;

/**
 * Repository of entities that are found by nearness as well as by key. Methods of an
 * interface that extends this one are derived from their names, with {@code Near} and
 * {@code Within} for vectors:
 *
 * <pre class="code">
 * interface Articles extends VectorRepository&lt;Article, Long&gt; {
 *
 *     SearchResults&lt;Article&gt; searchTop10ByCountryAndEmbeddingNear(String country, Vector vector);
 *
 *     List&lt;Article&gt; findByPublishedAfterOrderByTitle(Instant time);
 *
 * }
 * </pre>
 *
 * A method that the store cannot carry out stops the start of the application with the
 * way out; one inherited from here is refused when it is called.
 *
 * @param <T> the type of the entity
 * @param <ID> the type of its id
 * @author Quiver
 * @since 0.1
 */
@NoRepositoryBean
public interface VectorRepository<T, ID> extends ListCrudRepository<T, ID>, ListPagingAndSortingRepository<T, ID> {

	/**
	 * Store a new entity.
	 * @param <S> the type of the entity
	 * @param entity the entity
	 * @return the entity as stored
	 * @throws org.springframework.dao.DuplicateKeyException if its id is there already
	 */
	<S extends T> S insert(S entity);

	/**
	 * Replace an entity that is there.
	 * @param <S> the type of the entity
	 * @param entity the entity
	 * @return the entity as stored
	 * @throws org.springframework.dao.IncorrectUpdateSemanticsDataAccessException if
	 * there is none of its id
	 */
	<S extends T> S update(S entity);

	/**
	 * Search by rank: nearness, text, or both.
	 * @param request what is searched
	 * @return the entities found, best first
	 */
	SearchResults<T> search(SearchRequest request);

}
