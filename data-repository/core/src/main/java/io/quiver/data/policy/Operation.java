package io.quiver.data.policy;

import java.time.Duration;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What is asked of a store. A client declares the operations that it has as constants and
 * says of each call which collection it is about.
 *
 * @param name the name, of lower-case letters and dashes; the same in metrics, traces and
 * below {@code quiver.stores.<name>.operations}
 * @param safety what a second try may do
 * @param limited whether the store's time-outs hold; not so for upkeep that takes as long
 * as it takes, which only a time-out of its own ends
 * @param collection the collection it is about, or {@code null}
 * @param timeout how long this call may take in all, instead of the store's own limit, or
 * {@code null}
 * @param search what is worth tracing of a search, asked only where it is traced, or
 * {@code null}
 * @author Quiver
 * @since 0.1
 */
public record Operation(String name, Safety safety, boolean limited, @Nullable String collection,
		@Nullable Duration timeout, @Nullable Supplier<SearchTrace> search) {

	public Operation {
		Assert.isTrue(timeout == null || !timeout.isNegative(),
				"'timeout' must not be negative; zero is for no time-out");
	}

	/**
	 * Declare an operation that changes nothing.
	 * @param name the name
	 * @return the operation
	 */
	public static Operation read(String name) {
		return of(name, Safety.READ);
	}

	/**
	 * Declare an operation that leaves the same behind however often it is done.
	 * @param name the name
	 * @return the operation
	 */
	public static Operation idempotentWrite(String name) {
		return of(name, Safety.IDEMPOTENT_WRITE);
	}

	/**
	 * Declare an operation that may do its work twice if it is repeated.
	 * @param name the name
	 * @return the operation
	 */
	public static Operation write(String name) {
		return of(name, Safety.WRITE);
	}

	private static Operation of(String name, Safety safety) {
		Assert.hasText(name, "'name' must not be empty");
		return new Operation(name, safety, true, null, null, null);
	}

	/**
	 * Return this operation without the store's time-outs.
	 * @return the operation that may take as long as it takes
	 */
	public Operation unlimited() {
		return new Operation(this.name, this.safety, false, this.collection, this.timeout, this.search);
	}

	public Operation on(String collection) {
		return new Operation(this.name, this.safety, this.limited, collection, this.timeout, this.search);
	}

	public Operation within(@Nullable Duration timeout) {
		return new Operation(this.name, this.safety, this.limited, this.collection, timeout, this.search);
	}

	public Operation searching(Supplier<SearchTrace> search) {
		return new Operation(this.name, this.safety, this.limited, this.collection, this.timeout, search);
	}

	@Override
	public String toString() {
		return (this.collection != null) ? this.name + " on '" + this.collection + "'" : this.name;
	}

}
