package io.quiver.data.core.mapping.event;

import org.springframework.data.mapping.callback.EntityCallback;

/**
 * Sees an entity before it becomes a row, and may change it; auditing is one.
 *
 * @param <T> the type of the entity
 * @author Quiver
 * @since 0.1
 */
@FunctionalInterface
public interface BeforeConvertCallback<T> extends EntityCallback<T> {

	/**
	 * Called before the entity is converted.
	 * @param entity the entity
	 * @param collection the name of the collection
	 * @return the entity to go on with: the same one or another
	 */
	T onBeforeConvert(T entity, String collection);

}
