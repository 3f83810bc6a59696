package io.quiver.store.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quiver.data.store.Abilities;
import io.quiver.data.store.Ability;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.DeleteRequest;
import io.quiver.data.store.Key;
import io.quiver.data.store.WriteMode;
import io.quiver.data.store.WriteRequest;
import io.quiver.data.store.WriteResult;
import io.quiver.data.store.WriteResult.Outcome;
import io.quiver.data.store.WriteResult.RowFailure;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.IncorrectUpdateSemanticsDataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * What each {@link WriteMode} does, one row after the other.
 *
 * @author Quiver
 */
final class ReferenceWriter {

	private final ReferenceRows rows;

	private final Abilities abilities;

	ReferenceWriter(ReferenceRows rows, Abilities abilities) {
		this.rows = rows;
		this.abilities = abilities;
	}

	WriteResult write(WriteRequest request) {
		List<RowFailure> failures = new ArrayList<>();
		List<Key> keys = new ArrayList<>();
		boolean anyGenerated = false;
		for (int i = 0; i < request.rows().size(); i++) {
			Values values = Values.of(request.collection(), request.columns(), request.rows().get(i));
			anyGenerated |= generate(request.collection(), values);
			Key key = values.key(request.collection());
			List<Long> versions = request.expectedVersions();
			DataAccessException problem = problem(request, key, (versions != null) ? versions.get(i) : null);
			if (problem != null) {
				failures.add(new RowFailure(i, Outcome.FAILED, problem));
			}
			else {
				store(request, key, values);
				keys.add(key);
			}
		}
		return new WriteResult(request.rows().size(), request.rows().size() - failures.size(), failures,
				(anyGenerated) ? keys : List.of());
	}

	WriteResult delete(DeleteRequest request) {
		List<RowFailure> failures = new ArrayList<>();
		int deleted = 0;
		for (int i = 0; i < request.keys().size(); i++) {
			Key key = request.keys().get(i);
			List<Long> versions = request.expectedVersions();
			if (versions != null && !hasVersion(request.collection(), key, versions.get(i))) {
				failures.add(new RowFailure(i, Outcome.FAILED, conflict(request.collection(), key)));
			}
			else if (this.rows.remove(key) || !this.abilities.has(Ability.DELETE_COUNT)) {
				deleted++;
			}
		}
		return new WriteResult(request.keys().size(), deleted, failures);
	}

	private boolean generate(CollectionSpec spec, Values values) {
		boolean any = false;
		for (Column column : spec.columns().subList(0, spec.keySize())) {
			if (column instanceof KeyColumn key && key.generated() && values.get(key.name()) == null) {
				values.byColumn().put(key.name(), this.rows.generate(key.type().javaType()));
				any = true;
			}
		}
		return any;
	}

	private @Nullable DataAccessException problem(WriteRequest request, Key key, @Nullable Long version) {
		CollectionSpec spec = request.collection();
		boolean there = this.rows.get(key) != null;
		if (request.mode() == WriteMode.INSERT && there) {
			return new DuplicateKeyException("A row with key %s is in '%s' already".formatted(key, spec.name()));
		}
		if (version != null) {
			return hasVersion(spec, key, version) ? null : conflict(spec, key);
		}
		boolean mustBeThere = request.mode() == WriteMode.UPDATE
				|| (request.mode() == WriteMode.MERGE && this.abilities.has(Ability.UPDATE));
		if (mustBeThere && !there) {
			return new IncorrectUpdateSemanticsDataAccessException(
					"No row with key %s is in '%s'".formatted(key, spec.name()));
		}
		return null;
	}

	private boolean hasVersion(CollectionSpec spec, Key key, long version) {
		Values stored = this.rows.get(key);
		return stored != null && stored.get(spec.columns().get(spec.versionColumn()).name()) instanceof Number number
				&& number.longValue() == version;
	}

	private static DataAccessException conflict(CollectionSpec spec, Key key) {
		return new OptimisticLockingFailureException(
				"The row with key %s in '%s' has another version or is gone".formatted(key, spec.name()));
	}

	private void store(WriteRequest request, Key key, Values values) {
		Values stored = this.rows.get(key);
		Map<String, @Nullable Object> result = new HashMap<>();
		if (stored != null && (request.mode() == WriteMode.MERGE || !this.abilities.has(Ability.MERGE_NULL))) {
			result.putAll(stored.byColumn());
		}
		values.byColumn().forEach((column, value) -> {
			if (value != null || this.abilities.has(Ability.MERGE_NULL)) {
				result.put(column, value);
			}
		});
		request.collection().columns().forEach((column) -> result.putIfAbsent(column.name(), null));
		this.rows.put(key, new Values(result),
				(request.options().ttl() != null) ? Instant.now().plus(request.options().ttl()) : null);
	}

}
