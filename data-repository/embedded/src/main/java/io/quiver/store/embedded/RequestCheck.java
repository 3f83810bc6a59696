package io.quiver.store.embedded;

import java.util.Set;

import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.Option;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column.ValueColumn;
import io.quiver.data.store.DeleteRequest;
import io.quiver.data.store.FindRequest;
import io.quiver.data.store.RankRequest;
import io.quiver.data.store.WriteMode;
import io.quiver.data.store.WriteRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Refuses what the store does not declare, before anything is done.
 *
 * @author Quiver
 */
final class RequestCheck {

	private final String store;

	private final EmbeddedClient client;

	RequestCheck(String store, EmbeddedClient client) {
		this.store = store;
		this.client = client;
	}

	void write(WriteRequest request) {
		options(request.options().used());
		if (request.expectedVersions() == null) {
			return;
		}
		if (request.mode() == WriteMode.INSERT || request.mode() == WriteMode.SAVE) {
			refuse("compares versions only in UPDATE and MERGE", request.collection());
		}
		versioned(request.collection());
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
		objection(EmbeddedAbilities.sortObjection(request.sort(), request.collection()), request.collection());
	}

	void rank(RankRequest request) {
		options(request.options().used());
		filter(request.filter(), request.collection());
		for (int column : request.columns()) {
			if (!(request.collection().columns().get(column) instanceof ValueColumn value && value.fullText())) {
				refuse("ranks by the words of full-text columns, and '%s' is none"
					.formatted(request.collection().columns().get(column).name()), request.collection());
			}
		}
	}

	void filter(@Nullable Filter filter, CollectionSpec collection) {
		objection(EmbeddedAbilities.filterObjection(filter, collection), collection);
	}

	void options(Set<Option> used) {
		if (this.client.isClosed()) {
			throw EmbeddedErrors.closed();
		}
		for (Option option : used) {
			if (!EmbeddedStore.KIND.abilities().options().contains(option)) {
				throw new InvalidDataAccessApiUsageException(
						"Store '%s' (embedded) does not have the option %s; leave it unset".formatted(this.store,
								option));
			}
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
				"Store '%s' (embedded) %s (collection '%s')".formatted(this.store, objection, collection.name()));
	}

}
