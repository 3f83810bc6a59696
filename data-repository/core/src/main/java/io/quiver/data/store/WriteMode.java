package io.quiver.data.store;

/**
 * What a write does with a key that is there, and with one that is not.
 *
 * @author Quiver
 * @since 0.1
 */
public enum WriteMode {

	/** A key that is there is a failure of that row; the stored row stays. */
	INSERT,

	/** A key that is not there is a failure of that row; nothing is stored for it. */
	UPDATE,

	/**
	 * The row is there afterwards, as given, whatever was before; nulls included where
	 * the store declares {@link Ability#MERGE_NULL}.
	 */
	SAVE,

	/**
	 * Only the batch's columns change. A key that is not there is a failure of that row
	 * where the store declares {@link Ability#UPDATE}; elsewhere it becomes a row of
	 * these columns.
	 */
	MERGE

}
