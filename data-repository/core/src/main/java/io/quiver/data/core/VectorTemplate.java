package io.quiver.data.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.StreamSupport;

import io.quiver.data.core.QueryShape.Action;
import io.quiver.data.core.SchemaPolicy.Mode;
import io.quiver.data.core.SchemaPolicy.When;
import io.quiver.data.core.convert.EntityReader;
import io.quiver.data.core.convert.VectorCustomConversions;
import io.quiver.data.core.mapping.VectorMappingContext;
import io.quiver.data.core.query.Query;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.core.query.SearchRequest;
import io.quiver.data.core.query.WriteOptions;
import io.quiver.data.store.Key;
import io.quiver.data.store.Projection;
import io.quiver.data.store.Row;
import io.quiver.data.store.RowStore;
import io.quiver.data.store.WriteMode;
import org.jspecify.annotations.Nullable;

import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.convert.CustomConversions;
import org.springframework.data.mapping.callback.EntityCallbacks;
import org.springframework.data.projection.ProjectionFactory;
import org.springframework.data.projection.SpelAwareProxyProjectionFactory;
import org.springframework.util.Assert;

/**
 * Entities in one store: the way from a repository, or from an application's own code, to
 * the port. Safe for use by many threads; closes nothing.
 *
 * @author Quiver
 * @since 0.1
 */
public final class VectorTemplate implements VectorOperations {

	private final TemplateContext context;

	private final StoreOptions options;

	/**
	 * Create a template with defaults.
	 * @param store the store
	 * @see #builder(RowStore)
	 */
	public VectorTemplate(RowStore store) {
		this(builder(store).build());
	}

	private VectorTemplate(VectorTemplate template) {
		this(template.context, template.options);
	}

	private VectorTemplate(TemplateContext context, StoreOptions options) {
		this.context = context;
		this.options = options;
	}

	/**
	 * Start a template of a store.
	 * @param store the store
	 * @return a builder
	 */
	public static Builder builder(RowStore store) {
		return new Builder(store);
	}

	@Override
	public RowStore store() {
		return this.context.store();
	}

	@Override
	public VectorMappingContext mappingContext() {
		return this.context.mapping();
	}

	@Override
	public <T> T insert(T entity) {
		return writes(entity, WriteOptions.none()).write(entity, WriteMode.INSERT);
	}

	@Override
	public <T> List<T> insertAll(Iterable<T> entities) {
		return writeAll(entities, WriteMode.INSERT, WriteOptions.none());
	}

	@Override
	public <T> T save(T entity) {
		return writes(entity, WriteOptions.none()).write(entity, WriteMode.SAVE);
	}

	@Override
	public <T> List<T> saveAll(Iterable<T> entities, WriteOptions options) {
		return writeAll(entities, WriteMode.SAVE, options);
	}

	@Override
	public <T> T update(T entity) {
		return writes(entity, WriteOptions.none()).write(entity, WriteMode.UPDATE);
	}

	private <T> EntityWrites<T> writes(T entity, WriteOptions options) {
		return new EntityWrites<>(this.context, this.context.models().of(entity), this.options.writing(options));
	}

	private <T> List<T> writeAll(Iterable<T> entities, WriteMode mode, WriteOptions options) {
		Assert.notNull(entities, "'entities' must not be null");
		List<T> all = StreamSupport.stream(entities.spliterator(), false).toList();
		int missing = all.indexOf(null);
		Assert.isTrue(missing < 0, () -> "'entities' must not contain null, but does at index " + missing);
		return (all.isEmpty()) ? List.of() : writes(all.get(0), options).writeAll(all, mode);
	}

	@Override
	public boolean patch(Object id, Map<String, ?> changes, Class<?> type) {
		Assert.notNull(changes, "'changes' must not be null");
		return new EntityPatch(this.context, this.context.models().get(type)).apply(id, changes,
				this.options.reading(SearchOptions.none()), this.options.writing(WriteOptions.none()));
	}

	@Override
	public <T> Optional<T> findById(Object id, Class<T> type) {
		Assert.notNull(id, "'id' must not be null");
		EntityReader<T> reader = this.context.models().get(type).reader(type);
		Row row = get(List.of(id), type, reader.projection()).get(0);
		return (row != null) ? Optional.of(reader.read(row)) : Optional.empty();
	}

	@Override
	public <T> List<T> findAllById(Iterable<?> ids, Class<T> type) {
		Assert.notNull(ids, "'ids' must not be null");
		List<?> all = StreamSupport.stream(ids.spliterator(), false).toList();
		if (all.isEmpty()) {
			return List.of();
		}
		EntityReader<T> reader = this.context.models().get(type).reader(type);
		return get(all, type, reader.projection()).stream().filter(Objects::nonNull).map(reader::read).toList();
	}

	@Override
	public boolean existsById(Object id, Class<?> type) {
		Assert.notNull(id, "'id' must not be null");
		return get(List.of(id), type, Projection.key(this.context.models().get(type).spec())).get(0) != null;
	}

	private List<@Nullable Row> get(List<?> ids, Class<?> type, Projection projection) {
		EntityModel<?> model = this.context.models().get(type);
		List<Key> keys = keys(ids, model);
		SearchOptions reading = this.options.reading(SearchOptions.none());
		this.context.schemas().ensure(model);
		return store().get(model.spec(), keys, projection, reading);
	}

	private static List<Key> keys(Collection<?> ids, EntityModel<?> model) {
		List<Key> keys = new ArrayList<>(ids.size());
		ids.forEach((id) -> keys.add(model.ids().toKey(id)));
		return keys;
	}

	@Override
	public <T> EntityQuery<T> query(Class<T> type) {
		return reads(type);
	}

	private <T> EntityReads<T> reads(Class<T> type) {
		return new EntityReads<>(this.context, this.options, this.context.models().get(type), type);
	}

	@Override
	public long count(Query query, Class<?> type) {
		return reads(type).count(query);
	}

	@Override
	public boolean exists(Query query, Class<?> type) {
		return reads(type).exists(query);
	}

	@Override
	public long count(SearchRequest request, Class<?> type) {
		Assert.notNull(request, "'request' must not be null");
		return keysOf(request, Action.COUNT, type, null).size();
	}

	@Override
	public boolean exists(SearchRequest request, Class<?> type) {
		Assert.notNull(request, "'request' must not be null");
		return !keysOf(request, Action.COUNT, type, 1).isEmpty();
	}

	private List<Key> keysOf(SearchRequest request, Action action, Class<?> type, @Nullable Integer limit) {
		return deletes(type).keysOf(request, action, this.options.reading(request.options()), limit);
	}

	@Override
	public boolean deleteById(Object id, Class<?> type) {
		Assert.notNull(id, "'id' must not be null");
		return deleteAllById(List.of(id), type) > 0;
	}

	@Override
	public long deleteAllById(Collection<?> ids, Class<?> type) {
		Assert.notNull(ids, "'ids' must not be null");
		if (ids.isEmpty()) {
			return 0;
		}
		return deletes(type).byKeys(keys(ids, this.context.models().get(type)),
				this.options.writing(WriteOptions.none()));
	}

	@Override
	public void delete(Object entity) {
		EntityModel<Object> model = this.context.models().of(entity);
		Key key = model.ids().toKey(model.entity().getIdentifierAccessor(entity).getIdentifier());
		WriteOptions writing = this.options.writing(WriteOptions.none());
		if (!model.entity().hasVersionProperty()) {
			deletes(entity.getClass()).byKeys(List.of(key), writing);
			return;
		}
		Number version = new WritePreparation<>(model, this.context.callbacks()).version(entity);
		if (version == null) {
			throw new InvalidDataAccessApiUsageException(
					"%s has no version, so it was never stored; delete it by its id"
						.formatted(entity.getClass().getSimpleName()));
		}
		deletes(entity.getClass()).byVersion(key, version.longValue(), writing);
	}

	@Override
	public long delete(Query query, Class<?> type) {
		Assert.notNull(query, "'query' must not be null");
		return deletes(type).byQuery(query, this.options.deleting(query.options()));
	}

	@Override
	public long delete(SearchRequest request, Class<?> type) {
		Assert.notNull(request, "'request' must not be null");
		WriteOptions writing = this.options.deleting(request.options());
		List<Key> keys = keysOf(request, Action.DELETE, type, null);
		return (keys.isEmpty()) ? 0 : deletes(type).byKeys(keys, writing);
	}

	private EntityDeletes deletes(Class<?> type) {
		return new EntityDeletes(this.context, this.context.models().get(type));
	}

	@Override
	public <T> BulkWriter.Builder<T> bulkWriter(Class<T> type) {
		return new BatchingWriterBuilder<>(this.context, this.context.models().get(type),
				this.options.writing(WriteOptions.none()));
	}

	@Override
	public VectorOperations with(SearchOptions options, WriteOptions writeOptions) {
		return new VectorTemplate(this.context, this.options.with(options, writeOptions));
	}

	@Override
	public CollectionOperations collection(Class<?> type) {
		return new DefaultCollectionOperations(this.context, this.context.models().get(type));
	}

	@Override
	public QueryPlanner planner() {
		return this.context.planner();
	}

	/**
	 * Sets a template up.
	 */
	public static final class Builder {

		private final RowStore store;

		private @Nullable VectorMappingContext mappingContext;

		private CustomConversions conversions = new VectorCustomConversions();

		private SchemaPolicy schema = new SchemaPolicy(Mode.CREATE, When.FIRST_USE);

		private long maxRowSize = 16L << 20;

		private @Nullable TextEmbedder embedder;

		private @Nullable TenantResolver tenantResolver;

		private @Nullable Executor executor;

		private @Nullable EntityCallbacks entityCallbacks;

		private ProjectionFactory projectionFactory = new SpelAwareProxyProjectionFactory();

		private Builder(RowStore store) {
			this.store = store;
		}

		/**
		 * Set how entities are mapped; by default a context of this template alone.
		 * @param mappingContext the context, which brings its own converters
		 * @return this builder
		 */
		public Builder mappingContext(VectorMappingContext mappingContext) {
			this.mappingContext = mappingContext;
			return this;
		}

		/**
		 * Set the converters of the template's own mapping context. Without effect where
		 * a context is given, since columns are made by that context's converters.
		 * @param conversions the converters
		 * @return this builder
		 */
		public Builder conversions(CustomConversions conversions) {
			this.conversions = conversions;
			return this;
		}

		/**
		 * Set what is done about collections; by default they are created at first use.
		 * @param schema the policy
		 * @return this builder
		 */
		public Builder schema(SchemaPolicy schema) {
			this.schema = schema;
			return this;
		}

		/**
		 * Set how large a row may be; 16 MB by default.
		 * @param bytes the number of bytes
		 * @return this builder
		 */
		public Builder maxRowSize(long bytes) {
			this.maxRowSize = bytes;
			return this;
		}

		/**
		 * Set what turns texts into vectors.
		 * @param embedder the embedder, or {@code null} if only vectors are searched
		 * @return this builder
		 */
		public Builder embedder(@Nullable TextEmbedder embedder) {
			this.embedder = embedder;
			return this;
		}

		/**
		 * Set who tells the tenant where the options do not.
		 * @param tenantResolver the resolver, or {@code null}
		 * @return this builder
		 */
		public Builder tenantResolver(@Nullable TenantResolver tenantResolver) {
			this.tenantResolver = tenantResolver;
			return this;
		}

		/**
		 * Set what runs asynchronous calls; by default each gets a thread.
		 * @param executor the executor
		 * @return this builder
		 */
		public Builder executor(Executor executor) {
			this.executor = executor;
			return this;
		}

		/**
		 * Set the callbacks around storing and reading, auditing among them.
		 * @param entityCallbacks the callbacks, or {@code null}
		 * @return this builder
		 */
		public Builder entityCallbacks(@Nullable EntityCallbacks entityCallbacks) {
			this.entityCallbacks = entityCallbacks;
			return this;
		}

		/**
		 * Set what makes instances of projection interfaces.
		 * @param projectionFactory the factory
		 * @return this builder
		 */
		public Builder projectionFactory(ProjectionFactory projectionFactory) {
			this.projectionFactory = projectionFactory;
			return this;
		}

		/**
		 * Make the template.
		 * @return the template
		 */
		public VectorTemplate build() {
			VectorMappingContext mapping = (this.mappingContext != null) ? this.mappingContext
					: new VectorMappingContext(this.conversions);
			Executor executor = (this.executor != null) ? this.executor : threadPerTask();
			return new VectorTemplate(
					TemplateContext.create(this.store, mapping, this.schema, this.maxRowSize,
							new Callbacks(this.entityCallbacks), this.projectionFactory, this.embedder, executor),
					new StoreOptions(this.store, this.tenantResolver, SearchOptions.none(), WriteOptions.none()));
		}

		private static Executor threadPerTask() {
			SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("quiver-");
			executor.setDaemon(true);
			return executor;
		}

	}

}
