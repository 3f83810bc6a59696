package io.quiver.data.core.mapping.event;

import io.quiver.data.store.Row;

import org.springframework.data.mapping.callback.EntityCallback;

/**
 * Sees an entity that is stored.
 *
 * @param <T> the type of the entity
 * @author Quiver
 * @since 0.1
 */
@FunctionalInterface
public interface AfterSaveCallback<T> extends EntityCallback<T> {

	/**
	 * Called after the row was stored.
	 * @param entity the entity
	 * @param row the row
	 * @param collection the name of the collection
	 * @return the entity to go on with: the same one or another
	 */
	T onAfterSave(T entity, Row row, String collection);

}
