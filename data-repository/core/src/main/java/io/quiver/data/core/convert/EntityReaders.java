package io.quiver.data.core.convert;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import io.quiver.data.core.mapping.VectorMappingContext;
import io.quiver.data.core.mapping.VectorPersistentEntity;
import io.quiver.data.store.Projection;
import io.quiver.data.store.Row;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mapping.model.EntityInstantiators;
import org.springframework.data.projection.ProjectionFactory;
import org.springframework.data.projection.ProjectionInformation;

/**
 * Prepares readers: of entities, of records and classes that take some of their
 * properties, and of interfaces.
 *
 * @author Quiver
 * @since 0.1
 */
public final class EntityReaders {

	private final EntityInstantiators instantiators = new EntityInstantiators();

	private final VectorMappingContext context;

	private final ProjectionFactory projections;

	private final AfterConvert afterConvert;

	/**
	 * Create the readers of a context.
	 * @param context knows the entities
	 * @param projections makes instances of interfaces
	 * @param afterConvert is shown every entity that was read
	 */
	public EntityReaders(VectorMappingContext context, ProjectionFactory projections, AfterConvert afterConvert) {
		this.context = context;
		this.projections = projections;
		this.afterConvert = afterConvert;
	}

	/**
	 * Prepare a reader.
	 * @param <R> the type of the results
	 * @param paths the paths of the entity
	 * @param type the entity's own type, one above it, or a projection
	 * @return the reader
	 */
	public <R> EntityReader<R> reader(PropertyPaths paths, Class<R> type) {
		RowReading reading = new RowReading(paths, this.instantiators, this.context.getConversionService());
		String collection = paths.entity().getCollectionName();
		if (type.isAssignableFrom(paths.entity().getType())) {
			return reader(reading, type, entity(reading, collection));
		}
		if (type.isInterface()) {
			ProjectionInformation information = this.projections.getProjectionInformation(type);
			return reader(reading, type,
					(information.isClosed()) ? closed(reading, type, information) : open(reading, type, collection));
		}
		VectorPersistentEntity<?> dto = this.context.getRequiredPersistentEntity(type);
		return reader(reading, type, reading.dto(dto)::read);
	}

	private Function<Row, Object> entity(RowReading reading, String collection) {
		BeanReader<?> bean = reading.entity();
		return (row) -> this.afterConvert.call(bean.read(row), row, collection);
	}

	private Function<Row, Object> open(RowReading reading, Class<?> type, String collection) {
		Function<Row, Object> entity = entity(reading, collection);
		return (row) -> this.projections.createProjection(type, entity.apply(row));
	}

	private Function<Row, Object> closed(RowReading reading, Class<?> type, ProjectionInformation information) {
		Map<String, ValueSource> sources = new LinkedHashMap<>();
		information.getInputProperties()
			.forEach((property) -> sources.put(property.getName(), reading.property(property.getName())));
		return (row) -> {
			Map<String, @Nullable Object> values = new LinkedHashMap<>();
			sources.forEach((name, source) -> values.put(name, source.read(row)));
			return this.projections.createProjection(type, values);
		};
	}

	private static <R> EntityReader<R> reader(RowReading reading, Class<R> type, Function<Row, ?> function) {
		return new PreparedReader<>(reading.projection(), (row) -> type.cast(function.apply(row)));
	}

	private record PreparedReader<R>(Projection projection, Function<Row, R> function) implements EntityReader<R> {

		@Override
		public R read(Row row) {
			return this.function.apply(row);
		}

	}

	/**
	 * Is shown every entity that was read.
	 */
	@FunctionalInterface
	public interface AfterConvert {

		/**
		 * Called with an entity.
		 * @param entity the entity
		 * @param row its row
		 * @param collection the name of its collection
		 * @return the entity to go on with
		 */
		Object call(Object entity, Row row, String collection);

	}

}
