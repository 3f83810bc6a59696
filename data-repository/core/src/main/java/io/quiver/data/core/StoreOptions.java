package io.quiver.data.core;

import java.util.Set;

import io.quiver.data.core.convert.UnsupportedQueryException;
import io.quiver.data.core.query.Option;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.core.query.WriteOptions;
import io.quiver.data.store.RowStore;
import org.jspecify.annotations.Nullable;

/**
 * Options of a call: its own before the template's, the resolved tenant last, and none
 * that the store does not have.
 *
 * @author Quiver
 */
final class StoreOptions {

	private final RowStore store;

	private final @Nullable TenantResolver tenants;

	private final SearchOptions reading;

	private final WriteOptions writing;

	StoreOptions(RowStore store, @Nullable TenantResolver tenants, SearchOptions reading, WriteOptions writing) {
		this.store = store;
		this.tenants = tenants;
		this.reading = reading;
		this.writing = writing;
		check(reading.used());
		check(writing.used());
	}

	StoreOptions with(SearchOptions reading, WriteOptions writing) {
		return new StoreOptions(this.store, this.tenants, reading, writing);
	}

	SearchOptions reading(SearchOptions own) {
		SearchOptions defaults = this.reading;
		SearchOptions options = new SearchOptions(tenant(own.tenant(), defaults.tenant()),
				first(own.consistency(), defaults.consistency()),
				(own.partitions().isEmpty()) ? defaults.partitions() : own.partitions(),
				first(own.timeout(), defaults.timeout()), first(own.ef(), defaults.ef()),
				own.exact() || defaults.exact());
		check(options.used());
		return options;
	}

	WriteOptions writing(WriteOptions own) {
		WriteOptions defaults = this.writing;
		WriteOptions options = new WriteOptions(tenant(own.tenant(), defaults.tenant()),
				first(own.consistency(), defaults.consistency()), first(own.partition(), defaults.partition()),
				first(own.timeout(), defaults.timeout()), first(own.ttl(), defaults.ttl()));
		check(options.used());
		return options;
	}

	/**
	 * What is deleted by a query is looked for with the query's own options.
	 */
	WriteOptions deleting(SearchOptions own) {
		return writing(new WriteOptions(own.tenant(), own.consistency(), null, own.timeout(), null));
	}

	private @Nullable String tenant(@Nullable String own, @Nullable String common) {
		String tenant = first(own, common);
		if (tenant != null || this.tenants == null || !has(Option.TENANT)) {
			return tenant;
		}
		return this.tenants.resolve();
	}

	private void check(Set<Option> used) {
		for (Option option : used) {
			if (!has(option)) {
				throw new UnsupportedQueryException(
						"Store '%s' (%s) has no option %s".formatted(this.store.name(), this.store.kind(), option),
						"leave it unset or use another store");
			}
		}
	}

	private boolean has(Option option) {
		return this.store.kind().abilities().options().contains(option);
	}

	private static <V> @Nullable V first(@Nullable V own, @Nullable V common) {
		return (own != null) ? own : common;
	}

}
