package io.quiver.store.seekdb;

import java.util.Set;

import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.Option;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column;
import io.quiver.data.store.DeleteRequest;
import io.quiver.data.store.FindRequest;
import io.quiver.data.store.NearestRequest;
import io.quiver.data.store.RankRequest;
import io.quiver.data.store.WriteMode;
import io.quiver.data.store.WriteRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Refuses what the store does not declare, before anything is sent.
 *
 * @author Quiver
 */
final class RequestCheck {

	private final String store;

	RequestCheck(String store) {
		this.store = store;
	}

	void shape(CollectionSpec collection) {
		objection(SeekdbAbilities.shapeObjection(collection), collection);
	}

	void write(WriteRequest request) {
		options(request.options().used());
		if (request.expectedVersions() != null) {
			if (request.mode() == WriteMode.INSERT || request.mode() == WriteMode.SAVE) {
				throw refused("compares versions only in UPDATE and MERGE", request.collection());
			}
			versioned(request.collection());
		}
	}

	void delete(DeleteRequest request) {
		options(request.options().used());
		if (request.expectedVersions() != null) {
			versioned(request.collection());
		}
	}

	void find(FindRequest request) {
		options(request.options().used());
		filter(request.filter(), request.collection());
		objection(SeekdbAbilities.sortObjection(request.sort(), request.collection()), request.collection());
	}

	void nearest(NearestRequest request) {
		options(request.options().used());
		filter(request.filter(), request.collection());
	}

	void rank(RankRequest request) {
		options(request.options().used());
		filter(request.filter(), request.collection());
		if (request.columns().isEmpty()) {
			throw refused("ranks by the words of at least one column", request.collection());
		}
		for (int position : request.columns()) {
			Column column = request.collection().columns().get(position);
			if (!SeekdbAbilities.isFullText(column)) {
				throw refused("ranks by the words of full-text columns, and '%s' is none".formatted(column.name()),
						request.collection());
			}
		}
	}

	void filter(@Nullable Filter filter, CollectionSpec collection) {
		objection(SeekdbAbilities.filterObjection(filter, collection), collection);
	}

	void options(Set<Option> used) {
		for (Option option : used) {
			if (!SeekdbStore.KIND.abilities().options().contains(option)) {
				throw new InvalidDataAccessApiUsageException(
						"Store '%s' (seekdb) does not have the option %s; leave it unset".formatted(this.store,
								option));
			}
		}
	}

	private void versioned(CollectionSpec collection) {
		if (collection.versionColumn() < 0) {
			throw refused("cannot compare versions, since rows have none", collection);
		}
	}

	private void objection(@Nullable String objection, CollectionSpec collection) {
		if (objection != null) {
			throw refused(objection, collection);
		}
	}

	InvalidDataAccessApiUsageException refused(String objection, CollectionSpec collection) {
		return new InvalidDataAccessApiUsageException("Store '%s' (seekdb) %s (collection '%s')".formatted(this.store,
				objection, SeekdbAbilities.printable(collection.name())));
	}

}
