package io.quiver.store.seekdb.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * An index as it is in the server.
 *
 * @param name the name; {@code PRIMARY} of the primary key
 * @param kind what it is an index of
 * @param columns the names of its columns, in order
 * @param parameters the settings of a vector index as the server tells them, such as
 * {@code distance}, {@code type} and {@code m}, by names in lower case; empty for others
 * @author Quiver
 * @since 0.1
 */
public record IndexInfo(String name, Kind kind, List<String> columns, Map<String, String> parameters) {

	public IndexInfo {
		columns = List.copyOf(columns);
		parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
	}

	/**
	 * Return how a vector index is built.
	 * @return the type, or {@code null} if it is none or of a type that is not known
	 */
	public @Nullable VectorIndexType type() {
		String type = this.parameters.get("type");
		try {
			return (type != null) ? VectorIndexType.of(type) : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/**
	 * Tell whether a vector index finds the nearest by a distance.
	 * @param distance the distance
	 * @return whether it was built for it
	 */
	public boolean fits(Distance distance) {
		return distance.metric().equalsIgnoreCase(this.parameters.get("distance"));
	}

	/**
	 * What an index is of.
	 */
	public enum Kind {

		/** The primary key. */
		PRIMARY,

		/** Values that no two rows share. */
		UNIQUE,

		/** Values. */
		ORDINARY,

		/** Words. */
		FULLTEXT,

		/** Vectors. */
		VECTOR

	}

}
