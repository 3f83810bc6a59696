package io.quiver.data.core;

import io.quiver.data.core.mapping.event.AfterConvertCallback;
import io.quiver.data.core.mapping.event.AfterSaveCallback;
import io.quiver.data.core.mapping.event.BeforeConvertCallback;
import io.quiver.data.core.mapping.event.BeforeSaveCallback;
import io.quiver.data.store.Row;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mapping.callback.EntityCallbacks;

/**
 * The application's entity callbacks, if there are any.
 *
 * @param callbacks the callbacks, or {@code null}
 * @author Quiver
 */
record Callbacks(@Nullable EntityCallbacks callbacks) {

	<T> T beforeConvert(T entity, String collection) {
		return (this.callbacks != null) ? this.callbacks.callback(BeforeConvertCallback.class, entity, collection)
				: entity;
	}

	<T> T beforeSave(T entity, Row row, String collection) {
		return (this.callbacks != null) ? this.callbacks.callback(BeforeSaveCallback.class, entity, row, collection)
				: entity;
	}

	<T> T afterSave(T entity, Row row, String collection) {
		return (this.callbacks != null) ? this.callbacks.callback(AfterSaveCallback.class, entity, row, collection)
				: entity;
	}

	<T> T afterConvert(T entity, Row row, String collection) {
		return (this.callbacks != null) ? this.callbacks.callback(AfterConvertCallback.class, entity, row, collection)
				: entity;
	}

}
