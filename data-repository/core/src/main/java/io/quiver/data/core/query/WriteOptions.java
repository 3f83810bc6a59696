package io.quiver.data.core.query;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * How one write is to be done, beside what it stores. Every option is unset by default;
 * one that the store does not have is refused before anything is sent.
 *
 * @param tenant the tenant, where the collection has tenants
 * @param consistency the store's own name of a consistency level
 * @param partition the partition to write to
 * @param timeout how long the whole call may take, instead of the store's own limit
 * @param ttl after what time the rows vanish by themselves
 * @author Quiver
 * @since 0.1
 */
public record WriteOptions(@Nullable String tenant, @Nullable String consistency, @Nullable String partition,
		@Nullable Duration timeout, @Nullable Duration ttl) {

	private static final WriteOptions NONE = new WriteOptions(null, null, null, null, null);

	public WriteOptions {
		if (timeout != null && (timeout.isNegative() || timeout.isZero())) {
			throw new IllegalArgumentException("'timeout' must be positive, but is " + timeout);
		}
		if (ttl != null && (ttl.isNegative() || ttl.isZero())) {
			throw new IllegalArgumentException("'ttl' must be positive, but is " + ttl);
		}
	}

	/**
	 * Return options of which none is set.
	 * @return the empty options
	 */
	public static WriteOptions none() {
		return NONE;
	}

	public WriteOptions withTenant(String tenant) {
		return new WriteOptions(tenant, this.consistency, this.partition, this.timeout, this.ttl);
	}

	public WriteOptions withConsistency(String consistency) {
		return new WriteOptions(this.tenant, consistency, this.partition, this.timeout, this.ttl);
	}

	public WriteOptions withPartition(String partition) {
		return new WriteOptions(this.tenant, this.consistency, partition, this.timeout, this.ttl);
	}

	public WriteOptions withTimeout(Duration timeout) {
		return new WriteOptions(this.tenant, this.consistency, this.partition, timeout, this.ttl);
	}

	public WriteOptions withTtl(Duration ttl) {
		return new WriteOptions(this.tenant, this.consistency, this.partition, this.timeout, ttl);
	}

	/**
	 * Return the options that are set, for a store to compare with those it has.
	 * @return the options in use
	 */
	public Set<Option> used() {
		EnumSet<Option> used = EnumSet.noneOf(Option.class);
		if (this.tenant != null) {
			used.add(Option.TENANT);
		}
		if (this.consistency != null) {
			used.add(Option.CONSISTENCY);
		}
		if (this.partition != null) {
			used.add(Option.PARTITIONS);
		}
		if (this.timeout != null) {
			used.add(Option.TIMEOUT);
		}
		if (this.ttl != null) {
			used.add(Option.TTL);
		}
		return used;
	}

}
