package io.quiver.data.core.query;

/**
 * The names of what {@link SearchOptions} and {@link WriteOptions} can set.
 *
 * @author Quiver
 * @since 0.1
 */
public enum Option {

	/** The tenant of a collection with tenants. */
	TENANT,

	/** A consistency level. */
	CONSISTENCY,

	/** Named partitions. */
	PARTITIONS,

	/** A time-out for this call alone. */
	TIMEOUT,

	/** The number of candidates of an approximate search. */
	EF,

	/** Exact search. */
	EXACT,

	/** Rows that vanish by themselves. */
	TTL

}
