package io.quiver.store.seekdb.model;

import java.util.List;

/**
 * An index of a table: of vectors, of words, or of values as they are.
 *
 * @author Quiver
 * @since 0.1
 */
public sealed interface TableIndex permits VectorIndex, FullTextIndex, ColumnIndex {

	/**
	 * Return the name.
	 * @return the name, of up to 64 characters
	 */
	String name();

	/**
	 * Return what is indexed.
	 * @return the names of the columns, in order
	 */
	List<String> columns();

}
