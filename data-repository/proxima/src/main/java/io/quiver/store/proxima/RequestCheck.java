package io.quiver.store.proxima;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.Option;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.DeleteRequest;
import io.quiver.data.store.NearestRequest;
import io.quiver.data.store.Row;
import io.quiver.data.store.WriteMode;
import io.quiver.data.store.WriteRequest;
import io.quiver.data.store.WriteResult.Outcome;
import io.quiver.data.store.WriteResult.RowFailure;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Refuses what the store does not declare, before anything is sent.
 *
 * @author Quiver
 */
final class RequestCheck {

	/** The server's mark for no key, and a key that it takes but does not find again. */
	private static final Long NO_KEY = -1L;

	private final String store;

	RequestCheck(String store) {
		this.store = store;
	}

	void shape(CollectionSpec collection) {
		objection(ProximaStore.KIND.abilities().shape().objection(collection), collection);
	}

	/**
	 * Check a write.
	 * @return the rows that are not to be sent
	 * @throws InvalidDataAccessApiUsageException if the request is refused, or its only
	 * row is
	 */
	RefusedRows write(WriteRequest request) {
		options(request.options().used());
		if (request.mode() == WriteMode.MERGE) {
			throw refused("replaces rows as a whole", request.collection());
		}
		if (request.expectedVersions() != null) {
			throw refused("compares no versions", request.collection());
		}
		List<Row> rows = request.rows();
		List<RowFailure> refused = List.of();
		for (int place = 0; place < rows.size(); place++) {
			if (NO_KEY.equals(rows.get(place).get(0))) {
				refused = (refused.isEmpty()) ? new ArrayList<>() : refused;
				refused.add(new RowFailure(place, Outcome.FAILED, withoutKey(request.collection())));
			}
		}
		if (refused.size() == 1 && rows.size() == 1) {
			throw refused.get(0).cause();
		}
		return (refused.isEmpty()) ? RefusedRows.NONE : new RefusedRows(refused);
	}

	private InvalidDataAccessApiUsageException withoutKey(CollectionSpec collection) {
		return refused("cannot keep the key -1: it is 2^64-1 on the server, which stands for no key there", collection);
	}

	void delete(DeleteRequest request) {
		options(request.options().used());
		if (request.expectedVersions() != null) {
			throw refused("compares no versions", request.collection());
		}
	}

	void nearest(NearestRequest request) {
		options(request.options().used());
		filter(request.filter(), request.collection());
	}

	private void filter(@Nullable Filter filter, CollectionSpec collection) {
		objection(ProximaStore.KIND.abilities().nearest().objection(filter, collection), collection);
	}

	void options(Set<Option> used) {
		for (Option option : used) {
			if (!ProximaStore.KIND.abilities().options().contains(option)) {
				throw new InvalidDataAccessApiUsageException(
						"Store '%s' (proxima) does not have the option %s; leave it unset".formatted(this.store,
								option));
			}
		}
	}

	private void objection(@Nullable String objection, CollectionSpec collection) {
		if (objection != null) {
			throw refused(objection, collection);
		}
	}

	InvalidDataAccessApiUsageException refused(String objection, CollectionSpec collection) {
		return new InvalidDataAccessApiUsageException("Store '%s' (proxima) %s (collection '%s')".formatted(this.store,
				objection, Names.printable(collection.name())));
	}

}
