package io.quiver.store.seekdb.model;

import java.util.Locale;

import org.springframework.util.Assert;

/**
 * How a vector index is built.
 *
 * @author Quiver
 * @since 0.1
 */
public enum VectorIndexType {

	/** A graph of neighbours over whole vectors. */
	HNSW,

	/** A graph over vectors of one byte an element. */
	HNSW_SQ,

	/** A graph over vectors of one bit an element, refined with better ones. */
	HNSW_BQ,

	/** Lists of whole vectors around centres. */
	IVF_FLAT,

	/**
	 * Lists of vectors of one byte an element. Seekdb 1.4.0 answers with wrong rows: it
	 * is known here so as to be refused.
	 */
	IVF_SQ8,

	/** Lists of vectors as codes of their parts. */
	IVF_PQ,

	/** Lists of the elements of sparse vectors. */
	SINDI;

	/** Why {@link #IVF_SQ8} is refused. */
	static final String SQ8 = "ivf_sq8 is refused: seekdb 1.4.0 finds none or few of the true neighbours with it and "
			+ "reports no error; use ivf_flat, ivf_pq or hnsw_sq instead";

	/**
	 * Return the name that the server has for it.
	 * @return the name in lower case
	 */
	public String sql() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Return the library of the server that has it.
	 * @return {@code ob} for the lists around centres, otherwise {@code vsag}
	 */
	public String library() {
		return (inverted()) ? "ob" : "vsag";
	}

	/**
	 * Tell whether it is a graph.
	 * @return whether it is one of the HNSW family
	 */
	public boolean graph() {
		return this == HNSW || this == HNSW_SQ || this == HNSW_BQ;
	}

	/**
	 * Tell whether it keeps lists around centres.
	 * @return whether it is one of the IVF family
	 */
	public boolean inverted() {
		return this == IVF_FLAT || this == IVF_SQ8 || this == IVF_PQ;
	}

	/**
	 * Return the type of a name.
	 * @param name the name, in any case
	 * @return the type
	 * @throws IllegalArgumentException if no type has this name
	 */
	public static VectorIndexType of(String name) {
		Assert.notNull(name, "'name' must not be null");
		for (VectorIndexType type : values()) {
			if (type.sql().equals(name.toLowerCase(Locale.ROOT))) {
				return type;
			}
		}
		throw new IllegalArgumentException(
				"'name' must be 'hnsw', 'hnsw_sq', 'hnsw_bq', 'ivf_flat', 'ivf_pq' or 'sindi', not '" + name + "'");
	}

}
