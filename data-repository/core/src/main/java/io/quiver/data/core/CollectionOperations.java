package io.quiver.data.core;

import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.CollectionStats;
import org.jspecify.annotations.Nullable;

/**
 * The collection of one entity.
 *
 * @author Quiver
 * @since 0.1
 */
public interface CollectionOperations {

	/**
	 * Return the shape that the entity asks for.
	 * @return the shape
	 */
	CollectionSpec spec();

	/**
	 * Return the shape that is stored.
	 * @return the shape, or {@code null} if there is no such collection
	 */
	@Nullable CollectionSpec describe();

	boolean exists();

	/**
	 * Do what the schema mode asks for, unless it is done; else the first call on the
	 * collection does it.
	 * @throws SchemaMismatchException if the stored collection does not fit the entity
	 */
	void prepare();

	/**
	 * Create the collection, or add the columns that it does not have yet, whatever the
	 * schema mode is.
	 */
	void create();

	/**
	 * Compare the stored collection with the entity.
	 * @throws org.springframework.dao.InvalidDataAccessResourceUsageException if it is
	 * missing or different, naming each difference
	 */
	void validate();

	CollectionStats stats();

	/**
	 * Drop the collection with all its rows.
	 * @return whether it was there
	 */
	boolean drop();

}
