package io.quiver.store.contract;

import java.util.Set;

import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.Option;
import io.quiver.data.store.Abilities;
import io.quiver.data.store.Ability;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.DeleteRequest;
import io.quiver.data.store.FilterRule;
import io.quiver.data.store.FindRequest;
import io.quiver.data.store.NearestRequest;
import io.quiver.data.store.RankRequest;
import io.quiver.data.store.StoreKind;
import io.quiver.data.store.WriteMode;
import io.quiver.data.store.WriteRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Answers what a kind of store does not declare, before anything is done.
 *
 * @author Quiver
 */
final class Refusals {

	private final String store;

	private final Abilities abilities;

	Refusals(String store, StoreKind kind) {
		this.store = "Store '%s' (%s)".formatted(store, kind);
		this.abilities = kind.abilities();
	}

	void shape(CollectionSpec collection) {
		objection(this.abilities.shape().objection(collection), collection);
	}

	void filter(FilterRule rule, @Nullable Filter filter, CollectionSpec collection) {
		objection(rule.objection(filter, collection), collection);
	}

	void write(WriteRequest request) {
		options(request.options().used());
		switch (request.mode()) {
			case INSERT -> missing(Ability.INSERT);
			case UPDATE -> missing(Ability.UPDATE);
			case MERGE -> missing(Ability.MERGE);
			case SAVE -> {
			}
		}
		if (request.expectedVersions() != null) {
			missing(Ability.VERSION);
			if (request.mode() == WriteMode.INSERT || request.mode() == WriteMode.SAVE) {
				refuse("compares versions only in UPDATE and MERGE", request.collection());
			}
			versioned(request.collection());
		}
	}

	void delete(DeleteRequest request) {
		options(request.options().used());
		if (request.expectedVersions() != null) {
			missing(Ability.VERSION);
			versioned(request.collection());
		}
	}

	void find(FindRequest request) {
		options(request.options().used());
		if (request.filter() == null) {
			missing(Ability.LIST);
		}
		if (request.after() != null) {
			missing(Ability.SCROLL);
		}
		filter(this.abilities.find(), request.filter(), request.collection());
		if (!request.sort().isEmpty()) {
			objection(this.abilities.sort().objection(request.sort(), request.collection()), request.collection());
		}
	}

	void nearest(NearestRequest request) {
		options(request.options().used());
		if (!request.options().exact() && !this.abilities.has(Ability.NEAREST)) {
			refuse("finds neighbours only exactly; ask for it with SearchOptions.withExact()", request.collection());
		}
		filter(this.abilities.nearest(), request.filter(), request.collection());
	}

	void rank(RankRequest request) {
		options(request.options().used());
		missing((request.nearest() != null) ? Ability.HYBRID : Ability.TEXT);
		filter(this.abilities.nearest(), request.filter(), request.collection());
	}

	void options(Set<Option> used) {
		for (Option option : used) {
			if (!this.abilities.options().contains(option)) {
				throw new InvalidDataAccessApiUsageException(
						"%s does not have the option %s; leave it unset".formatted(this.store, option));
			}
		}
	}

	void missing(Ability ability) {
		if (!this.abilities.has(ability)) {
			throw new InvalidDataAccessApiUsageException(
					"%s does not have the ability %s".formatted(this.store, ability));
		}
	}

	private void versioned(CollectionSpec collection) {
		if (collection.versionColumn() < 0) {
			refuse("cannot compare versions, since rows have none", collection);
		}
	}

	private void objection(@Nullable String objection, CollectionSpec collection) {
		if (objection != null) {
			refuse(objection, collection);
		}
	}

	private void refuse(String objection, CollectionSpec collection) {
		throw new InvalidDataAccessApiUsageException(
				"%s %s (collection '%s')".formatted(this.store, objection, collection.name()));
	}

}
