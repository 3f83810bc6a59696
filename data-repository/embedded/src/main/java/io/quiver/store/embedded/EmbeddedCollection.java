package io.quiver.store.embedded;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import io.quiver.data.core.query.Filter;
import io.quiver.data.policy.Deadline;
import io.quiver.data.policy.NotSentException;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.CollectionStats;
import io.quiver.data.store.DeleteRequest;
import io.quiver.data.store.Key;
import io.quiver.data.store.Projection;
import io.quiver.data.store.Row;
import io.quiver.data.store.WriteRequest;
import io.quiver.data.store.WriteResult;
import io.quiver.store.embedded.log.WriteAheadLog;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.QueryTimeoutException;

/**
 * One open collection: its writes, its lookups by key and its upkeep. Writes pass a gate
 * that is closed for the moment in which the log goes on in a new segment, and while rows
 * are deleted by a condition.
 *
 * @author Quiver
 */
final class EmbeddedCollection implements Closeable {

	private static final int DELETE_BATCH = 10_000;

	private final RowIndex index;

	private final @Nullable WriteAheadLog log;

	private final EmbeddedSettings settings;

	private final KeyLocks locks = new KeyLocks();

	private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();

	private final ReentrantLock commitLock = new ReentrantLock();

	private volatile View view;

	private volatile boolean closed;

	EmbeddedCollection(Shape shape, RowIndex index, @Nullable WriteAheadLog log, EmbeddedSettings settings) {
		this.index = index;
		this.log = log;
		this.settings = settings;
		this.view = view(shape);
	}

	private View view(Shape shape) {
		CollectionData data = new CollectionData(shape.stored(), this.index, this.log);
		EmbeddedFilters filters = new EmbeddedFilters(shape.stored(), data.encoding(), Fields.analyzer());
		return new View(shape, data, new RowWriter(data, this.locks), filters);
	}

	/**
	 * The collection as its shape is now.
	 */
	record View(Shape shape, CollectionData data, RowWriter writer, EmbeddedFilters filters) {

		int[] wanted(CollectionSpec spec, Projection projection) {
			return Shape.stored(this.shape.positions(spec), projection);
		}

	}

	View view() {
		return this.view;
	}

	WriteResult write(WriteRequest request, Deadline deadline) throws IOException {
		View view = this.view;
		int[] positions = view.shape().positions(request.collection());
		try {
			return view.writer().write(request, positions, this.gate.readLock(), deadline);
		}
		catch (QueryTimeoutException ex) {
			throw nothingDone(view, ex);
		}
	}

	WriteResult delete(DeleteRequest request, Deadline deadline) throws IOException {
		View view = this.view;
		view.shape().positions(request.collection());
		try {
			return view.writer().delete(request, this.gate.readLock(), deadline);
		}
		catch (QueryTimeoutException ex) {
			throw nothingDone(view, ex);
		}
	}

	/** Nobody has to wonder what is stored, as after other time-outs. */
	private static NotSentException nothingDone(View view, QueryTimeoutException ex) {
		return new NotSentException(
				"Nothing of this write to collection '%s' was done: it did not come to the log in its time; give it more, or write less at once"
					.formatted(view.shape().stored().name()),
				ex);
	}

	/**
	 * Delete rows by a condition.
	 * @param filter the condition, or {@code null} for every row
	 * @param deadline looked at until a piece is handed to the log
	 * @param deleted takes the number of rows of each piece
	 * @throws QueryTimeoutException if more rows may be left
	 */
	void deleteWhere(@Nullable Filter filter, Deadline deadline, IntConsumer deleted) throws IOException {
		int batch;
		do {
			batch = deleteBatch(filter, deadline);
			deleted.accept(batch);
		}
		while (batch == DELETE_BATCH);
	}

	/**
	 * Nobody writes between the search and the deletion, so that what is deleted still
	 * matches.
	 */
	private int deleteBatch(@Nullable Filter filter, Deadline deadline) throws IOException {
		TimedLock.lock(this.gate.writeLock(), deadline);
		try {
			View view = this.view;
			Query query = view.filters().query(filter);
			int[] key = IntStream.range(0, view.data().spec().keySize()).toArray();
			List<BytesRef> terms = read(deadline, (searcher) -> {
				List<ScoreDoc> found = List.of(searcher.search(query, DELETE_BATCH).scoreDocs);
				List<BytesRef> keys = new ArrayList<>(found.size());
				for (Row row : view.data().rows().read(searcher, found, key, deadline)) {
					keys.add(view.data().term(view.data().spec().keyOf(row)));
				}
				return keys;
			});
			view.writer().deleteAlone(terms);
			return terms.size();
		}
		finally {
			this.gate.writeLock().unlock();
		}
	}

	List<@Nullable Row> get(CollectionSpec spec, List<Key> keys, Projection projection, Deadline deadline)
			throws IOException {
		View view = this.view;
		int[] wanted = view.wanted(spec, projection);
		List<@Nullable Row> rows = new ArrayList<>(keys.size());
		for (Key key : keys) {
			deadline.check();
			rows.add(view.data().rows().get(view.data().term(key), wanted));
		}
		return rows;
	}

	long count(@Nullable Filter filter, Deadline deadline) throws IOException {
		Query query = this.view.filters().query(filter);
		return read(deadline, (searcher) -> (long) searcher.count(query));
	}

	/**
	 * Read the index as it is after every write that has returned.
	 * @param deadline ends the searches, which then have found too little
	 * @throws QueryTimeoutException if it is over
	 */
	<T extends @Nullable Object> T read(Deadline deadline, RowIndex.Reading<T> reading) throws IOException {
		deadline.check();
		T result = this.index.<T>read((searcher) -> reading.read(timed(searcher, deadline)));
		deadline.check();
		return result;
	}

	private IndexSearcher timed(IndexSearcher searcher, Deadline deadline) {
		if (!deadline.isSet()) {
			return searcher;
		}
		IndexSearcher timed = new IndexSearcher(searcher.getIndexReader(), this.settings.searchExecutor());
		timed.setQueryCache(null);
		timed.setTimeout(deadline::isOver);
		return timed;
	}

	CollectionStats stats() throws IOException {
		return this.index.read(this::stats);
	}

	private CollectionStats stats(IndexSearcher searcher) throws IOException {
		long logged = (this.log != null) ? this.log.size() : 0;
		long size = this.index.sizeInBytes() + logged;
		return new CollectionStats((long) searcher.getIndexReader().numDocs(), size,
				Map.of("segments", searcher.getLeafContexts().size(), "deletedRows",
						searcher.getIndexReader().numDeletedDocs(), "logBytes", logged));
	}

	/**
	 * Take a larger shape.
	 * @param shape the shape
	 * @param keep makes it last; if that fails the old shape stays
	 */
	void changeShape(Shape shape, ShapeKeeper keep) throws IOException {
		this.gate.writeLock().lock();
		try {
			keep.keep(shape);
			this.view = view(shape);
		}
		finally {
			this.gate.writeLock().unlock();
		}
	}

	void refresh() throws IOException {
		this.index.refreshIfWritten();
	}

	/**
	 * Fold the log into the index, so that opening has nothing to replay.
	 */
	void commit() throws IOException {
		WriteAheadLog log = this.log;
		if (log == null) {
			return;
		}
		this.commitLock.lock();
		try {
			if (this.closed) {
				return;
			}
			if (log.isEmpty()) {
				commitMerged();
				return;
			}
			long segment = rotate(log);
			this.index.commit();
			log.deleteBefore(segment);
		}
		finally {
			this.commitLock.unlock();
		}
	}

	/**
	 * Let rows that no graph links be linked in the background, unless someone is
	 * writing.
	 */
	void linkIfQuiet() throws IOException {
		if (!isBroken()) {
			this.index.linkIfQuiet();
		}
	}

	/** Segments are merged without a word in the log. */
	private void commitMerged() throws IOException {
		if (this.index.isChanged()) {
			this.index.commit();
		}
	}

	/** With nobody writing, what the old segments hold the index holds too. */
	private long rotate(WriteAheadLog log) throws IOException {
		this.gate.writeLock().lock();
		try {
			long segment = log.rotate();
			this.index.setLogSegment(segment);
			return segment;
		}
		finally {
			this.gate.writeLock().unlock();
		}
	}

	boolean isLogFull() {
		return this.log != null && this.log.size() > this.settings.maxLogSize();
	}

	void merge(int maxSegments) throws IOException {
		this.index.merge(maxSegments);
		commit();
	}

	/**
	 * Return whether the index or the log gave up, so that the collection must be opened
	 * again.
	 */
	boolean isBroken() {
		return this.closed || this.index.isBroken() || this.log != null && this.log.isBroken();
	}

	/**
	 * Close without a commit; the log has what the index does not.
	 */
	@Override
	public void close() throws IOException {
		this.commitLock.lock();
		this.gate.writeLock().lock();
		try {
			if (!this.closed) {
				this.closed = true;
				IOUtils.close(this.log, this.index);
			}
		}
		finally {
			this.gate.writeLock().unlock();
			this.commitLock.unlock();
		}
	}

	/**
	 * Makes a shape last.
	 */
	@FunctionalInterface
	interface ShapeKeeper {

		void keep(Shape shape) throws IOException;

	}

}
