package io.quiver.data.core.convert;

import java.util.List;

import io.quiver.data.core.mapping.VectorPersistentEntity;
import io.quiver.data.core.mapping.VectorPersistentProperty;
import io.quiver.data.store.Row;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mapping.Parameter;
import org.springframework.data.mapping.PersistentPropertyAccessor;
import org.springframework.data.mapping.model.EntityInstantiator;
import org.springframework.data.mapping.model.ParameterValueProvider;

/**
 * Makes instances of one class from rows: first by its constructor, then by setting what
 * the constructor does not take.
 *
 * @param <T> the class
 * @author Quiver
 */
final class BeanReader<T> implements ValueSource {

	private final VectorPersistentEntity<T> entity;

	private final EntityInstantiator instantiator;

	private final List<Parameter<Object, VectorPersistentProperty>> parameters;

	private final List<ValueSource> arguments;

	private final List<Setting> settings;

	BeanReader(VectorPersistentEntity<T> entity, EntityInstantiator instantiator,
			List<Parameter<Object, VectorPersistentProperty>> parameters, List<ValueSource> arguments,
			List<Setting> settings) {
		this.entity = entity;
		this.instantiator = instantiator;
		this.parameters = parameters;
		this.arguments = arguments;
		this.settings = settings;
	}

	@Override
	public T read(Row row) {
		T bean = this.instantiator.createInstance(this.entity, new Arguments(row));
		if (this.settings.isEmpty()) {
			return bean;
		}
		PersistentPropertyAccessor<T> accessor = this.entity.getPropertyAccessor(bean);
		for (Setting setting : this.settings) {
			Object value = setting.source().read(row);
			if (value != null || !setting.property().getType().isPrimitive()) {
				accessor.setProperty(setting.property(), value);
			}
		}
		return accessor.getBean();
	}

	/**
	 * A property that is set after construction.
	 *
	 * @param property the property
	 * @param source where its value comes from
	 */
	record Setting(VectorPersistentProperty property, ValueSource source) {
	}

	/**
	 * The arguments of one call. Parameters are asked for in their order, so that the
	 * next one is nearly always the right one.
	 */
	private final class Arguments implements ParameterValueProvider<VectorPersistentProperty> {

		private final Row row;

		private int next;

		Arguments(Row row) {
			this.row = row;
		}

		@Override
		@SuppressWarnings("unchecked")
		public <P> @Nullable P getParameterValue(Parameter<P, VectorPersistentProperty> parameter) {
			List<Parameter<Object, VectorPersistentProperty>> parameters = BeanReader.this.parameters;
			int index = (this.next < parameters.size() && (Object) parameters.get(this.next) == parameter) ? this.next
					: parameters.indexOf(parameter);
			this.next = index + 1;
			return (P) BeanReader.this.arguments.get(index).read(this.row);
		}

	}

}
