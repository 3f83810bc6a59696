package io.quiver.data.store;

import io.quiver.data.core.query.Metric;

/**
 * One column of a {@link CollectionSpec}.
 *
 * @author Quiver
 * @since 0.1
 */
public sealed interface Column {

	/**
	 * Return the name, as the entity spells it; a store that needs another one maps it
	 * there and back.
	 * @return the name
	 */
	String name();

	/**
	 * Return whether a row may leave the column null.
	 * @return whether null is allowed
	 */
	boolean nullable();

	/**
	 * A component of the key, never null. Values are of {@link ColumnType#javaType()}.
	 *
	 * @param name the name
	 * @param type the type
	 * @param generated whether the store makes the value of a row that comes without one
	 */
	record KeyColumn(String name, ColumnType type, boolean generated) implements Column {

		@Override
		public boolean nullable() {
			return false;
		}

	}

	/**
	 * A single value. Values are of {@link ColumnType#javaType()}.
	 *
	 * @param name the name
	 * @param type the type
	 * @param nullable whether null is allowed
	 * @param indexed whether the column is filtered or sorted by; a store may ignore it
	 * @param fullText whether the words of the text are searched
	 * @param version whether this is the version of an optimistic lock: of type
	 * {@link ColumnType#LONG} or {@link ColumnType#INTEGER}, at most one in a collection
	 */
	record ValueColumn(String name, ColumnType type, boolean nullable, boolean indexed, boolean fullText,
			boolean version) implements Column {
	}

	/**
	 * A list of values, each of {@link ColumnType#javaType()} and none null. The value is
	 * a {@link java.util.List}; an empty list and null are different.
	 *
	 * @param name the name
	 * @param elementType the type of the elements
	 * @param nullable whether null is allowed
	 */
	record ListColumn(String name, ColumnType elementType, boolean nullable) implements Column {
	}

	/**
	 * Free metadata: a {@link java.util.Map} from strings to strings, booleans, longs,
	 * doubles, instants, lists of these (and of such lists), or null. Keys are filtered
	 * by as {@code <column>.<key>} where the store has dynamic fields: the key is all
	 * that stands behind the first dot, further dots included. An empty map and null are
	 * different.
	 *
	 * @param name the name
	 */
	record MapColumn(String name) implements Column {

		@Override
		public boolean nullable() {
			return true;
		}

	}

	/**
	 * A vector. Values are {@code float[dimension]}, finite, and not all zero under
	 * {@link Metric#COSINE}. A row without the vector is stored, but never found by it.
	 *
	 * @param name the name
	 * @param dimension the number of components, at least 1
	 * @param metric how vectors are compared
	 * @param nullable whether a row may have no vector
	 */
	record VectorColumn(String name, int dimension, Metric metric, boolean nullable) implements Column {

		/**
		 * Return whether every component of a vector is finite. Looking for the greatest
		 * costs half of looking at each, since the processor takes many at once.
		 * @param vector the vector
		 * @return {@code false} if a component is NaN or infinite
		 */
		public static boolean isFinite(float[] vector) {
			float greatest = 0;
			for (float component : vector) {
				greatest = Math.max(greatest, Math.abs(component));
			}
			return greatest <= Float.MAX_VALUE;
		}

	}

}
