package io.quiver.store.proxima.model;

import org.jspecify.annotations.Nullable;

/**
 * A collection as the server describes it.
 *
 * @param config its configuration, without the password of its repository
 * @param status what it is ready for
 * @param uuid what tells it from others of the same name, 32 hexadecimal digits
 * @param latestLsn the last place of the feeding table's log that was taken, or
 * {@code null} if the collection is written directly
 * @param magicNumber what writes to a collection that is fed must carry, another one
 * after each start of the server; 0 if the collection is written directly
 * @author Quiver
 * @since 0.1
 */
public record CollectionInfo(CollectionConfig config, Status status, String uuid, @Nullable LsnContext latestLsn,
		long magicNumber) {

	/**
	 * What a collection is ready for.
	 */
	public enum Status {

		/** Made. */
		INITIALIZED,

		/** Ready. */
		SERVING,

		/** Gone. */
		DROPPED,

		/** One that this client does not know. */
		UNKNOWN

	}

}
