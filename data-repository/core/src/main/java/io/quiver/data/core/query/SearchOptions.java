package io.quiver.data.core.query;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * How one read is to be done, beside what it asks for. Every option is unset by default;
 * one that the store does not have is refused before anything is sent.
 *
 * @param tenant the tenant, where the collection has tenants
 * @param consistency the store's own name of a consistency level
 * @param partitions the partitions to read; none means all
 * @param timeout how long the whole call may take, instead of the store's own limit
 * @param ef how many candidates an approximate search keeps: more are slower and closer
 * to exact
 * @param exact whether every row that the filter leaves is compared instead of an index
 * asked
 * @author Quiver
 * @since 0.1
 */
public record SearchOptions(@Nullable String tenant, @Nullable String consistency, List<String> partitions,
		@Nullable Duration timeout, @Nullable Integer ef, boolean exact) {

	private static final SearchOptions NONE = new SearchOptions(null, null, List.of(), null, null, false);

	public SearchOptions {
		partitions = List.copyOf(partitions);
		if (timeout != null && (timeout.isNegative() || timeout.isZero())) {
			throw new IllegalArgumentException("'timeout' must be positive, but is " + timeout);
		}
		if (ef != null && ef < 1) {
			throw new IllegalArgumentException("'ef' must be at least 1, but is " + ef);
		}
	}

	/**
	 * Return options of which none is set.
	 * @return the empty options
	 */
	public static SearchOptions none() {
		return NONE;
	}

	public SearchOptions withTenant(String tenant) {
		return new SearchOptions(tenant, this.consistency, this.partitions, this.timeout, this.ef, this.exact);
	}

	public SearchOptions withConsistency(String consistency) {
		return new SearchOptions(this.tenant, consistency, this.partitions, this.timeout, this.ef, this.exact);
	}

	public SearchOptions withPartitions(String... partitions) {
		return new SearchOptions(this.tenant, this.consistency, List.of(partitions), this.timeout, this.ef, this.exact);
	}

	public SearchOptions withTimeout(Duration timeout) {
		return new SearchOptions(this.tenant, this.consistency, this.partitions, timeout, this.ef, this.exact);
	}

	public SearchOptions withEf(int ef) {
		return new SearchOptions(this.tenant, this.consistency, this.partitions, this.timeout, ef, this.exact);
	}

	public SearchOptions withExact() {
		return new SearchOptions(this.tenant, this.consistency, this.partitions, this.timeout, this.ef, true);
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
		if (!this.partitions.isEmpty()) {
			used.add(Option.PARTITIONS);
		}
		if (this.timeout != null) {
			used.add(Option.TIMEOUT);
		}
		if (this.ef != null) {
			used.add(Option.EF);
		}
		if (this.exact) {
			used.add(Option.EXACT);
		}
		return used;
	}

}
