package io.quiver.store.proxima.model;

import org.springframework.util.Assert;

/**
 * A place in the log of the table that feeds a collection.
 *
 * @param lsn the sequence number, without a sign
 * @param context what belongs to it
 * @author Quiver
 * @since 0.1
 */
public record LsnContext(long lsn, String context) {

	public LsnContext {
		Assert.notNull(context, "'context' must not be null");
	}

}
