package io.quiver.data.core;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.quiver.data.core.mapping.VectorMappingContext;
import io.quiver.data.core.query.Query;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.core.query.SearchRequest;
import io.quiver.data.core.query.WriteOptions;
import io.quiver.data.store.RowStore;

import org.springframework.data.domain.SearchResults;

/**
 * Entities in one store. What the store cannot do is answered with
 * {@link org.springframework.dao.InvalidDataAccessApiUsageException} before anything is
 * sent; so are a vector of the wrong dimension or with a component that is not finite, a
 * zero vector under cosine, a null id, and a row larger than the store's limit.
 * <p>
 * Methods that store return the entity to go on with: for a record, or whatever else is
 * immutable, another instance with id, version and audit properties set.
 *
 * @author Quiver
 * @since 0.1
 */
public interface VectorOperations {

	/**
	 * Return the store behind this template.
	 * @return the store
	 */
	RowStore store();

	/**
	 * Return how entities are mapped, for repositories to read the names of their methods
	 * by.
	 * @return the mapping context
	 */
	VectorMappingContext mappingContext();

	/**
	 * Store a new entity.
	 * @param <T> the type of the entity
	 * @param entity the entity
	 * @return the entity as stored
	 * @throws org.springframework.dao.DuplicateKeyException if its id is there already
	 */
	<T> T insert(T entity);

	/**
	 * Store new entities in batches.
	 * @param <T> the type of the entities
	 * @param entities the entities, of one type
	 * @return the entities as stored, in their order
	 * @throws PartialWriteException if only some could be stored
	 */
	<T> List<T> insertAll(Iterable<T> entities);

	/**
	 * Store an entity whether it is there already or not; with a version, as new if the
	 * version is null (or zero for a primitive), else over the version that it was read
	 * with.
	 * @param <T> the type of the entity
	 * @param entity the entity
	 * @return the entity as stored
	 * @throws org.springframework.dao.OptimisticLockingFailureException if another
	 * version is stored
	 */
	<T> T save(T entity);

	/**
	 * Store entities in batches, whether they are there already or not.
	 * @param <T> the type of the entities
	 * @param entities the entities, of one type; none is a no-op
	 * @return the entities as stored, in their order
	 * @throws PartialWriteException if only some could be stored
	 */
	default <T> List<T> saveAll(Iterable<T> entities) {
		return saveAll(entities, WriteOptions.none());
	}

	/**
	 * Store entities in batches, whether they are there already or not.
	 * @param <T> the type of the entities
	 * @param entities the entities, of one type; none is a no-op
	 * @param options how to write
	 * @return the entities as stored, in their order
	 * @throws PartialWriteException if only some could be stored
	 */
	<T> List<T> saveAll(Iterable<T> entities, WriteOptions options);

	/**
	 * Replace an entity that is there.
	 * @param <T> the type of the entity
	 * @param entity the entity
	 * @return the entity as stored
	 * @throws org.springframework.dao.IncorrectUpdateSemanticsDataAccessException if
	 * there is none of its id
	 * @throws org.springframework.dao.OptimisticLockingFailureException if another
	 * version is stored
	 */
	<T> T update(T entity);

	/**
	 * Change some properties of an entity that is there and leave the others.
	 * @param id the id
	 * @param changes the new values by property name; not the id, and not the version,
	 * which rises by itself
	 * @param type the type of the entity
	 * @return whether it is there
	 */
	boolean patch(Object id, Map<String, ?> changes, Class<?> type);

	<T> Optional<T> findById(Object id, Class<T> type);

	/**
	 * Find entities by their ids, in one round trip where the store has one.
	 * @param <T> the type of the entities
	 * @param ids the ids
	 * @param type the type of the entities
	 * @return those that are there, in the order of the ids
	 */
	<T> List<T> findAllById(Iterable<?> ids, Class<T> type);

	boolean existsById(Object id, Class<?> type);

	/**
	 * Read entities by condition, order or rank, as entities or as projections.
	 * @param <T> the type of the entities
	 * @param type the type of the entities
	 * @return the reads
	 */
	<T> EntityQuery<T> query(Class<T> type);

	default <T> List<T> find(Query query, Class<T> type) {
		return query(type).find(query);
	}

	/**
	 * Search by rank: nearness, text, or both.
	 * @param <T> the type of the entities
	 * @param request what is searched
	 * @param type the type of the entities
	 * @return the entities found, best first
	 * @see EntityQuery#search
	 */
	default <T> SearchResults<T> search(SearchRequest request, Class<T> type) {
		return query(type).search(request);
	}

	long count(Query query, Class<?> type);

	boolean exists(Query query, Class<?> type);

	/**
	 * Count every entity within a range of similarities, however many. Needs
	 * {@link io.quiver.data.store.Ability#RANGE}.
	 * @param request a search by nearness with a range; its offset and limit do not count
	 * @param type the type of the entities
	 * @return how many there are
	 */
	long count(SearchRequest request, Class<?> type);

	/**
	 * Return whether there is an entity within a range of similarities. Needs
	 * {@link io.quiver.data.store.Ability#RANGE}.
	 * @param request a search by nearness with a range; its offset and limit do not count
	 * @param type the type of the entities
	 * @return whether there is one
	 */
	boolean exists(SearchRequest request, Class<?> type);

	/**
	 * Delete an entity by its id.
	 * @param id the id
	 * @param type the type of the entity
	 * @return whether it was there
	 */
	boolean deleteById(Object id, Class<?> type);

	/**
	 * Delete entities by their ids.
	 * @param ids the ids
	 * @param type the type of the entities
	 * @return how many were there
	 */
	long deleteAllById(Collection<?> ids, Class<?> type);

	/**
	 * Delete an entity; with a version, only that version.
	 * @param entity the entity
	 * @throws org.springframework.dao.OptimisticLockingFailureException if another
	 * version is stored
	 */
	void delete(Object entity);

	/**
	 * Delete every entity that satisfies a condition.
	 * @param query the condition; without one, all. Order, offset and limit are refused
	 * @param type the type of the entities
	 * @return how many were deleted
	 */
	long delete(Query query, Class<?> type);

	/**
	 * Delete every entity within a range of similarities, however many. Needs
	 * {@link io.quiver.data.store.Ability#RANGE}.
	 * @param request a search by nearness with a range; its offset and limit do not count
	 * @param type the type of the entities
	 * @return how many were deleted
	 */
	long delete(SearchRequest request, Class<?> type);

	/**
	 * Write many entities from many threads, in batches and with back-pressure.
	 * @param <T> the type of the entities
	 * @param type the type of the entities
	 * @return a builder of the writer
	 */
	<T> BulkWriter.Builder<T> bulkWriter(Class<T> type);

	/**
	 * Return the same operations with other options for reading, such as a tenant.
	 * @param options the options of every read
	 * @param writeOptions the options of every write
	 * @return the operations
	 */
	VectorOperations with(SearchOptions options, WriteOptions writeOptions);

	/**
	 * Return the collection of an entity, to be created, described or dropped.
	 * @param type the type of the entities
	 * @return the collection
	 */
	CollectionOperations collection(Class<?> type);

	/**
	 * Return the judge of queries against what the store can do.
	 * @return the planner
	 */
	QueryPlanner planner();

}
