package io.quiver.data.core.mapping.event;

import io.quiver.data.store.Row;

import org.springframework.data.mapping.callback.EntityCallback;

/**
 * Sees an entity and its row, checked and ready to be sent.
 *
 * @param <T> the type of the entity
 * @author Quiver
 * @since 0.1
 */
@FunctionalInterface
public interface BeforeSaveCallback<T> extends EntityCallback<T> {

	/**
	 * Called before the row is sent; the row is what is stored.
	 * @param entity the entity
	 * @param row the row
	 * @param collection the name of the collection
	 * @return the entity to go on with: the same one or another
	 */
	T onBeforeSave(T entity, Row row, String collection);

}
