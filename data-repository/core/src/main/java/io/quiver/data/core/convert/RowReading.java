package io.quiver.data.core.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.quiver.data.core.convert.BeanReader.Setting;
import io.quiver.data.core.mapping.ColumnMapping;
import io.quiver.data.core.mapping.VectorPersistentEntity;
import io.quiver.data.core.mapping.VectorPersistentProperty;
import io.quiver.data.store.Projection;
import io.quiver.data.store.Row;
import org.jspecify.annotations.Nullable;

import org.springframework.core.convert.ConversionService;
import org.springframework.data.mapping.InstanceCreatorMetadata;
import org.springframework.data.mapping.MappingException;
import org.springframework.data.mapping.Parameter;
import org.springframework.data.mapping.model.EntityInstantiators;
import org.springframework.util.ClassUtils;

/**
 * Collects the columns that a result needs while its sources are prepared.
 *
 * @author Quiver
 */
final class RowReading {

	private final PropertyPaths paths;

	private final EntityInstantiators instantiators;

	private final ConversionService conversionService;

	private final List<Integer> columns = new ArrayList<>();

	RowReading(PropertyPaths paths, EntityInstantiators instantiators, ConversionService conversionService) {
		this.paths = paths;
		this.instantiators = instantiators;
		this.conversionService = conversionService;
	}

	Projection projection() {
		return Projection.of(this.columns.stream().mapToInt(Integer::intValue).toArray());
	}

	/**
	 * Prepare reading the whole entity.
	 */
	BeanReader<?> entity() {
		return bean(this.paths.entity(), this::property, true);
	}

	/**
	 * Prepare reading another class whose constructor names properties of the entity.
	 */
	BeanReader<?> dto(VectorPersistentEntity<?> type) {
		return bean(type, this::property, false);
	}

	/**
	 * Prepare reading one property.
	 */
	ValueSource property(String path) {
		PropertyPaths.Target found = this.paths.resolve(path);
		VectorPersistentEntity<?> idEntity = this.paths.entity().getIdEntity();
		if (idEntity != null && path.equals(this.paths.idProperty().getName())) {
			return bean(idEntity, (name) -> property(this.paths.idProperty().getName() + "." + name), true);
		}
		ColumnMapping mapping = this.paths.mapping(found.columns().get(0));
		if (found.metadataKey() != null) {
			throw new UnsupportedQueryException(
					"'%s' is a key of free metadata and cannot be read alone".formatted(path),
					"read '%s'".formatted(mapping.path()));
		}
		int place = place(found.columns().get(0));
		UnaryOperator<Object> fromColumn = mapping.fromColumn();
		return (row) -> {
			Object value = row.get(place);
			return (value != null) ? fromColumn.apply(value) : null;
		};
	}

	private <T> BeanReader<T> bean(VectorPersistentEntity<T> type, Function<String, ValueSource> sources,
			boolean settings) {
		InstanceCreatorMetadata<VectorPersistentProperty> creator = type.getInstanceCreatorMetadata();
		List<Parameter<Object, VectorPersistentProperty>> parameters = (creator != null) ? creator.getParameters()
				: List.of();
		List<ValueSource> arguments = parameters.stream()
			.map((parameter) -> argument(type, parameter, sources))
			.toList();
		List<Setting> rest = new ArrayList<>();
		if (settings || parameters.isEmpty()) {
			for (VectorPersistentProperty property : type) {
				if (!type.isCreatorArgument(property)) {
					rest.add(new Setting(property,
							converting(sources.apply(property.getName()), property.getName(), property.getType())));
				}
			}
		}
		return new BeanReader<>(type, this.instantiators.getInstantiatorFor(type), parameters, arguments, rest);
	}

	private ValueSource argument(VectorPersistentEntity<?> type, Parameter<?, ?> parameter,
			Function<String, ValueSource> sources) {
		if (parameter.isTransient()) {
			return (row) -> null;
		}
		String name = parameter.getName();
		if (name == null) {
			throw new MappingException(
					"The constructor of %s has a parameter without a name; compile with -parameters or use a record"
						.formatted(type.getType().getName()));
		}
		return converting(sources.apply(name), name, parameter.getRawType());
	}

	/**
	 * A projection may hold another type than the entity.
	 */
	private ValueSource converting(ValueSource source, String path, Class<?> target) {
		Class<?> wanted = ClassUtils.resolvePrimitiveIfNecessary(target);
		Class<?> given = typeOf(path);
		if (given == null || wanted.isAssignableFrom(given)) {
			return source;
		}
		if (!this.conversionService.canConvert(given, wanted)) {
			throw new MappingException("'%s' is of type %s and cannot be read as %s".formatted(path,
					given.getSimpleName(), wanted.getSimpleName()));
		}
		return (row) -> {
			Object value = source.read(row);
			return (value != null) ? this.conversionService.convert(value, wanted) : null;
		};
	}

	private @Nullable Class<?> typeOf(String path) {
		VectorPersistentProperty property = this.paths.entity().getPersistentProperty(path);
		return (property != null) ? ClassUtils.resolvePrimitiveIfNecessary(property.getType()) : null;
	}

	private int place(int column) {
		int place = this.columns.indexOf(column);
		if (place >= 0) {
			return place;
		}
		this.columns.add(column);
		return this.columns.size() - 1;
	}

}
