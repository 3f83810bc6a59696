package io.quiver.store.seekdb.model;

/**
 * When an asynchronous vector index is made to take up what was written, so that
 * approximate searches find it. Without effect on a table whose indexes are
 * {@linkplain SyncMode#IMMEDIATE synchronous}. Exact searches, and those that are not for
 * vectors, find everything at once whatever the policy is. A refresh is one for all
 * tables of the server; it takes from 0.1 s to some seconds, the longest behind the
 * making of a table and much writing.
 *
 * @author Quiver
 * @since 0.1
 */
public enum RefreshPolicy {

	/**
	 * Never: the server does so at its own pace, some moments later. Costs nothing.
	 */
	NONE,

	/**
	 * Before a call that writes returns, however many requests it makes; in a transaction
	 * of the application, before its commit returns. Each such call waits for the server;
	 * one refresh serves all that have written before it began. Where it fails, the rows
	 * are stored all the same, as {@link io.quiver.store.seekdb.RefreshFailedException}
	 * says.
	 */
	AFTER_WRITE,

	/**
	 * Before the next approximate search, if this client has written since the last one.
	 * That search waits for the server, others cost nothing. What others write is not
	 * known here, and found at the server's own pace.
	 */
	ON_DEMAND

}
