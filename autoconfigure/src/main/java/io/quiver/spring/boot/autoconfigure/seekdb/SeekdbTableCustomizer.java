package io.quiver.spring.boot.autoconfigure.seekdb;

import io.quiver.store.seekdb.model.TableSchema;

/**
 * Callback for the tables that stores in OceanBase seekdb make for entities, such as to
 * add indexes of single values, to build the vector index otherwise or to divide the
 * rows. Beans of it are called in their order.
 *
 * @author Quiver
 * @since 0.1
 */
@FunctionalInterface
public interface SeekdbTableCustomizer {

	/**
	 * Customize a table before it is made.
	 * @param store the name of the store
	 * @param collection the name of the table
	 * @param table the table
	 * @return the table to make, with the fields that it had and their comments
	 */
	TableSchema customize(String store, String collection, TableSchema table);

}
