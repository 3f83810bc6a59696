package io.quiver.data.core;

/**
 * What is done about the collection of an entity, and when.
 *
 * @param mode what is done
 * @param when when it is done
 * @author Quiver
 * @since 0.1
 */
public record SchemaPolicy(Mode mode, When when) {

	/**
	 * What is done about a collection.
	 */
	public enum Mode {

		/** Create it if it is missing, add columns that are missing, then validate. */
		CREATE,
		/** Compare it with the entity. */
		VALIDATE,
		/** Nothing. */
		NONE

	}

	/**
	 * When something is done about a collection.
	 */
	public enum When {

		/** Before the first call on it. */
		FIRST_USE,
		/** When the repository or template bean is made. */
		STARTUP

	}

}
