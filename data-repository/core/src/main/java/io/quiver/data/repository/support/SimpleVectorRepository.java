package io.quiver.data.repository.support;

import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

import io.quiver.data.core.EntityQuery;
import io.quiver.data.core.VectorOperations;
import io.quiver.data.core.query.Query;
import io.quiver.data.core.query.SearchRequest;
import io.quiver.data.repository.VectorRepository;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.SearchResults;
import org.springframework.data.domain.Sort;
import org.springframework.data.repository.core.EntityInformation;
import org.springframework.util.Assert;

/**
 * What stands behind the methods of {@link VectorRepository}. What the store cannot do is
 * refused by the operations below.
 *
 * @param <T> the type of the entity
 * @param <ID> the type of its id
 * @author Quiver
 * @since 0.1
 */
public class SimpleVectorRepository<T, ID> implements VectorRepository<T, ID> {

	private final EntityInformation<T, ID> entity;

	private final VectorOperations operations;

	private final EntityQuery<T> reads;

	/**
	 * Create the repository.
	 * @param entity the entity
	 * @param operations its store
	 */
	public SimpleVectorRepository(EntityInformation<T, ID> entity, VectorOperations operations) {
		this.entity = entity;
		this.operations = operations;
		// also lets an entity that the store cannot keep fail here
		this.reads = operations.query(entity.getJavaType());
	}

	@Override
	public <S extends T> S save(S entity) {
		Assert.notNull(entity, "'entity' must not be null");
		return this.operations.save(entity);
	}

	@Override
	public <S extends T> List<S> saveAll(Iterable<S> entities) {
		Assert.notNull(entities, "'entities' must not be null");
		return (entities.iterator().hasNext()) ? this.operations.saveAll(entities) : List.of();
	}

	@Override
	public <S extends T> S insert(S entity) {
		Assert.notNull(entity, "'entity' must not be null");
		return this.operations.insert(entity);
	}

	@Override
	public <S extends T> S update(S entity) {
		Assert.notNull(entity, "'entity' must not be null");
		return this.operations.update(entity);
	}

	@Override
	public Optional<T> findById(ID id) {
		Assert.notNull(id, "'id' must not be null");
		return this.operations.findById(id, type());
	}

	@Override
	public boolean existsById(ID id) {
		Assert.notNull(id, "'id' must not be null");
		return this.operations.existsById(id, type());
	}

	@Override
	public List<T> findAll() {
		return this.reads.find(Query.all());
	}

	@Override
	public List<T> findAllById(Iterable<ID> ids) {
		Assert.notNull(ids, "'ids' must not be null");
		return (ids.iterator().hasNext()) ? this.operations.findAllById(ids, type()) : List.of();
	}

	@Override
	public List<T> findAll(Sort sort) {
		Assert.notNull(sort, "'sort' must not be null");
		return this.reads.find(Query.all().withSort(sort));
	}

	@Override
	public Page<T> findAll(Pageable pageable) {
		Assert.notNull(pageable, "'pageable' must not be null");
		return this.reads.findPage(Query.all(), pageable);
	}

	@Override
	public SearchResults<T> search(SearchRequest request) {
		Assert.notNull(request, "'request' must not be null");
		return this.reads.search(request);
	}

	@Override
	public long count() {
		return this.operations.count(Query.all(), type());
	}

	@Override
	public void deleteById(ID id) {
		Assert.notNull(id, "'id' must not be null");
		this.operations.deleteById(id, type());
	}

	@Override
	public void delete(T entity) {
		Assert.notNull(entity, "'entity' must not be null");
		this.operations.delete(entity);
	}

	@Override
	public void deleteAllById(Iterable<? extends ID> ids) {
		Assert.notNull(ids, "'ids' must not be null");
		List<? extends ID> all = StreamSupport.stream(ids.spliterator(), false).toList();
		if (!all.isEmpty()) {
			this.operations.deleteAllById(all, type());
		}
	}

	@Override
	public void deleteAll(Iterable<? extends T> entities) {
		Assert.notNull(entities, "'entities' must not be null");
		if (this.operations.mappingContext().getRequiredPersistentEntity(type()).hasVersionProperty()) {
			entities.forEach(this::delete);
			return;
		}
		deleteAllById(StreamSupport.stream(entities.spliterator(), false).map(this::id).toList());
	}

	private ID id(T entity) {
		ID id = this.entity.getId(entity);
		if (id == null) {
			throw new InvalidDataAccessApiUsageException(
					"A %s without an id cannot be deleted".formatted(type().getSimpleName()));
		}
		return id;
	}

	@Override
	public void deleteAll() {
		this.operations.delete(Query.all(), type());
	}

	private Class<T> type() {
		return this.entity.getJavaType();
	}

}
