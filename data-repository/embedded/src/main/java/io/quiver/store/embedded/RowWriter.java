package io.quiver.store.embedded;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.stream.IntStream;

import io.quiver.data.policy.Deadline;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.ColumnType;
import io.quiver.data.store.DeleteRequest;
import io.quiver.data.store.Key;
import io.quiver.data.store.Row;
import io.quiver.data.store.WriteMode;
import io.quiver.data.store.WriteRequest;
import io.quiver.data.store.WriteResult;
import io.quiver.data.store.WriteResult.Outcome;
import io.quiver.data.store.WriteResult.RowFailure;
import org.apache.lucene.document.Document;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.IncorrectUpdateSemanticsDataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Decides what becomes of each row of a write and hands all of it to the
 * {@link CollectionData} at once, under the locks of the rows' keys.
 *
 * @author Quiver
 */
final class RowWriter {

	private final CollectionData data;

	private final RowCheck check;

	private final KeyLocks locks;

	RowWriter(CollectionData data, KeyLocks locks) {
		this.data = data;
		this.locks = locks;
		this.check = new RowCheck(data.spec());
	}

	/**
	 * A row as it was given.
	 *
	 * @param index its place in the request
	 * @param key its key
	 * @param term the key's term
	 * @param values the values in the stored order
	 */
	private record Change(int index, Key key, BytesRef term, @Nullable Object[] values) {
	}

	/**
	 * Store rows.
	 * @param deadline looked at until the rows are decided and handed to the log
	 * @throws org.springframework.dao.QueryTimeoutException if nothing was stored
	 */
	WriteResult write(WriteRequest request, int[] positions, Lock gate, Deadline deadline) throws IOException {
		List<RowFailure> failures = new ArrayList<>();
		List<Change> changes = new ArrayList<>(request.rows().size());
		int[] columns = Shape.stored(positions, request.columns());
		boolean generated = false;
		for (int i = 0; i < request.rows().size(); i++) {
			deadline.check();
			try {
				@Nullable Object[] values = values(request.rows().get(i), columns);
				generated |= generateKey(values);
				changes.add(change(i, values, columns, request.mode()));
			}
			catch (DataAccessException ex) {
				failures.add(new RowFailure(i, Outcome.FAILED, ex));
			}
		}
		List<Key> keys = new ArrayList<>();
		Batch batch = new Batch();
		TimedLock.lock(gate, deadline);
		try (KeyLocks.Held held = this.locks.lock(changes.stream().map(Change::term).toList(), deadline)) {
			for (Change change : changes) {
				deadline.check();
				DataAccessException problem = apply(change, request, columns, batch);
				if (problem != null) {
					failures.add(new RowFailure(change.index(), Outcome.FAILED, problem));
				}
				else {
					keys.add(change.key());
				}
			}
			batch.store();
		}
		finally {
			gate.unlock();
		}
		batch.await();
		failures.sort((left, right) -> Integer.compare(left.index(), right.index()));
		return new WriteResult(request.rows().size(), keys.size(), failures, generated ? keys : List.of());
	}

	private @Nullable Object[] values(Row row, int[] columns) {
		if (row.size() != columns.length) {
			throw new RowRefusedException("A row for collection '%s' has %d values, not %d"
				.formatted(this.data.spec().name(), row.size(), columns.length));
		}
		@Nullable Object[] values = new @Nullable Object[this.data.spec().columns().size()];
		for (int i = 0; i < columns.length; i++) {
			values[columns[i]] = row.get(i);
		}
		return values;
	}

	private boolean generateKey(@Nullable Object[] values) {
		boolean generated = false;
		for (int i = 0; i < this.data.spec().keySize(); i++) {
			if (values[i] == null && this.data.spec().columns().get(i) instanceof KeyColumn key && key.generated()) {
				UUID uuid = UUID.randomUUID();
				values[i] = (key.type() == ColumnType.UUID) ? uuid : uuid.toString();
				generated = true;
			}
		}
		return generated;
	}

	private Change change(int index, @Nullable Object[] values, int[] columns, WriteMode mode) {
		if (mode == WriteMode.MERGE) {
			for (int column : columns) {
				this.check.check(column, values[column]);
			}
		}
		else {
			for (int column = 0; column < values.length; column++) {
				this.check.check(column, values[column]);
			}
		}
		Key key = this.data.spec().keyOf(Row.of(values));
		return new Change(index, key, this.data.term(key), values);
	}

	private @Nullable DataAccessException apply(Change change, WriteRequest request, int[] columns, Batch batch)
			throws IOException {
		CollectionSpec spec = this.data.spec();
		List<Long> versions = request.expectedVersions();
		boolean merge = request.mode() == WriteMode.MERGE;
		Row stored = batch.get(change.term(), merge ? all() : versions != null ? version() : key());
		if (request.mode() == WriteMode.INSERT && stored != null) {
			return new DuplicateKeyException(
					"A row with key %s is in '%s' already".formatted(change.key(), spec.name()));
		}
		if (versions != null) {
			Row whole = (stored != null && merge) ? Row.of(stored.get(spec.versionColumn())) : stored;
			if (!hasVersion(whole, versions.get(change.index()))) {
				return conflict(change.key());
			}
		}
		if ((merge || request.mode() == WriteMode.UPDATE) && stored == null) {
			return new IncorrectUpdateSemanticsDataAccessException(
					"No row with key %s is in '%s'".formatted(change.key(), spec.name()));
		}
		@Nullable Object[] values = change.values();
		if (merge && stored != null) {
			values = merged(stored, values, columns);
		}
		batch.put(change.term(), Row.of(values), stored != null);
		return null;
	}

	private static @Nullable Object[] merged(Row stored, @Nullable Object[] changed, int[] columns) {
		@Nullable Object[] values = new @Nullable Object[stored.size()];
		for (int i = 0; i < values.length; i++) {
			values[i] = stored.get(i);
		}
		for (int column : columns) {
			values[column] = changed[column];
		}
		return values;
	}

	/**
	 * Delete rows.
	 * @param deadline looked at until the rows are decided and handed to the log
	 * @throws org.springframework.dao.QueryTimeoutException if nothing was deleted
	 */
	WriteResult delete(DeleteRequest request, Lock gate, Deadline deadline) throws IOException {
		List<RowFailure> failures = new ArrayList<>();
		List<BytesRef> terms = request.keys().stream().map(this.data::term).toList();
		List<Long> versions = request.expectedVersions();
		int deleted = 0;
		Batch batch = new Batch();
		TimedLock.lock(gate, deadline);
		try (KeyLocks.Held held = this.locks.lock(terms, deadline)) {
			for (int i = 0; i < terms.size(); i++) {
				deadline.check();
				Row stored = batch.get(terms.get(i), (versions != null) ? version() : key());
				if (versions != null && !hasVersion(stored, versions.get(i))) {
					failures.add(new RowFailure(i, Outcome.FAILED, conflict(request.keys().get(i))));
				}
				else if (stored != null) {
					batch.delete(terms.get(i));
					deleted++;
				}
			}
			batch.store();
		}
		finally {
			gate.unlock();
		}
		batch.await();
		return new WriteResult(terms.size(), deleted, failures);
	}

	/**
	 * Delete rows while nobody else writes.
	 */
	void deleteAlone(List<BytesRef> terms) throws IOException {
		Batch batch = new Batch();
		terms.forEach(batch::delete);
		batch.store();
		batch.await();
	}

	private static boolean hasVersion(@Nullable Row stored, @Nullable Long version) {
		return stored != null && stored.get(0) instanceof Number number && version != null
				&& number.longValue() == version;
	}

	private DataAccessException conflict(Key key) {
		return new OptimisticLockingFailureException(
				"The row with key %s in '%s' has another version or is gone".formatted(key, this.data.spec().name()));
	}

	private int[] all() {
		return IntStream.range(0, this.data.spec().columns().size()).toArray();
	}

	private int[] version() {
		return new int[] { this.data.spec().versionColumn() };
	}

	private int[] key() {
		return new int[0];
	}

	/**
	 * The changes of one write: one record of the log.
	 */
	private final class Batch {

		private final Map<BytesRef, @Nullable Row> changed = new HashMap<>();

		private final LogRecord record = new LogRecord();

		private final List<CollectionData.Operation> operations = new ArrayList<>();

		private long position;

		/** The row as the changes so far leave it. */
		@Nullable Row get(BytesRef term, int[] wanted) throws IOException {
			if (!this.changed.containsKey(term)) {
				return RowWriter.this.data.rows().get(term, wanted);
			}
			Row row = this.changed.get(term);
			return (row != null) ? Row.of(IntStream.of(wanted).mapToObj(row::get).toArray()) : null;
		}

		void put(BytesRef term, Row row, boolean replaces) {
			byte[] bytes = RowWriter.this.data.encode(row);
			this.changed.put(term, row);
			this.record.put(term, bytes);
			Document document = RowWriter.this.data.document(term, row);
			this.operations.add(() -> RowWriter.this.data.put(term, document, bytes, replaces));
		}

		void delete(BytesRef term) {
			this.changed.put(term, null);
			this.record.delete(term);
			this.operations.add(() -> RowWriter.this.data.delete(term));
		}

		void store() throws IOException {
			if (!this.record.isEmpty()) {
				this.position = RowWriter.this.data.store(this.record, this.operations);
			}
		}

		void await() throws IOException {
			if (this.position > 0) {
				RowWriter.this.data.await(this.position);
			}
		}

	}

}
