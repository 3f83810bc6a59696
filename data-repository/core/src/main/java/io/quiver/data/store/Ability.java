package io.quiver.data.store;

/**
 * What a store can do or not, where no more is to be said about it. The rest are the
 * rules of {@link Abilities}.
 *
 * @author Quiver
 * @since 0.1
 */
public enum Ability {

	/** Lists rows without a filter: {@code findAll}. */
	LIST,

	/** Goes on from the last row seen. */
	SCROLL,

	/** Refuses an insert of a key that is there. */
	INSERT,

	/** Refuses an update of a key that is not there. */
	UPDATE,

	/** Changes some columns of a row and leaves the others. */
	MERGE,

	/**
	 * Sets a field of a stored row to null, in a merge and in a full row; without it a
	 * null keeps the old value.
	 */
	MERGE_NULL,

	/** Compares a version while writing. */
	VERSION,

	/** Tells whether a deleted row was there, and how many a condition deleted. */
	DELETE_COUNT,

	/** Finds neighbours by an index, approximately. */
	NEAREST,

	/**
	 * Finds neighbours by comparing every row that the filter leaves. Without
	 * {@link #NEAREST} only where the request asks for it by
	 * {@link io.quiver.data.core.query.Option#EXACT}.
	 */
	NEAREST_EXACT,

	/**
	 * Counts, and deletes by, similarity: finds every row of a range, however many.
	 */
	RANGE,

	/** Ranks by the words of a text. */
	TEXT,

	/** Fuses text and nearness. */
	HYBRID,

	/** Filters by keys of free metadata. */
	DYNAMIC_FIELDS,

	/** Lets rows vanish after a time of their own. */
	ROW_TTL,

	/** Adds columns to a collection that has rows. */
	ADD_COLUMNS

}
