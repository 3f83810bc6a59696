package io.quiver.data.core;

import io.quiver.data.store.Row;
import io.quiver.data.store.WriteMode;
import org.jspecify.annotations.Nullable;

/**
 * An entity that is ready to be sent.
 *
 * @param <T> the type of the entity
 * @param index its place among those given, or {@link #ALONE}
 * @param entity the entity, without the new version, which it gets when it is stored
 * @param row the row
 * @param mode how it is written
 * @param expectedVersion the version that must be stored, or {@code null}
 * @param newVersion the version that is stored, or {@code null} without versions
 * @param size about how many bytes the row takes
 * @author Quiver
 */
record PendingWrite<T>(int index, T entity, Row row, WriteMode mode, @Nullable Long expectedVersion,
		@Nullable Number newVersion, long size) {

	/** The index of an entity that is written alone. */
	static final int ALONE = -1;

}
