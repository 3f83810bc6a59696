package io.quiver.data.core.mapping;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.quiver.data.store.Column.ListColumn;
import org.jspecify.annotations.Nullable;

import org.springframework.core.CollectionFactory;
import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * How collections and arrays of single values are kept.
 *
 * @param type the type of the collection or array
 * @param elementType the type of its elements
 * @param element how each element is kept
 * @author Quiver
 */
record ListCodec(Class<?> type, Class<?> elementType, ValueCodec element) {

	ListColumn column(String name) {
		return new ListColumn(name, this.element.columnType(), true);
	}

	Object toColumn(Object value) {
		if (value instanceof Collection<?> collection) {
			List<Object> elements = new ArrayList<>(collection.size());
			for (Object item : collection) {
				elements.add(toElement(item));
			}
			return elements;
		}
		int length = Array.getLength(value);
		List<Object> elements = new ArrayList<>(length);
		for (int i = 0; i < length; i++) {
			elements.add(toElement(Array.get(value, i)));
		}
		return elements;
	}

	private Object toElement(@Nullable Object item) {
		if (item == null) {
			throw new InvalidDataAccessApiUsageException("a list must not have null among its elements; leave it out");
		}
		return this.element.toColumn().apply(item);
	}

	Object fromColumn(Object value) {
		List<?> elements = (List<?>) value;
		if (this.type.isArray()) {
			Object array = Array.newInstance(this.elementType, elements.size());
			for (int i = 0; i < elements.size(); i++) {
				Array.set(array, i, this.element.fromColumn().apply(elements.get(i)));
			}
			return array;
		}
		Collection<Object> collection = CollectionFactory.createCollection(this.type, this.elementType,
				elements.size());
		for (Object item : elements) {
			collection.add(this.element.fromColumn().apply(item));
		}
		return collection;
	}

}
