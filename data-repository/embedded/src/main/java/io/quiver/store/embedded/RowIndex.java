package io.quiver.store.embedded;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

import io.quiver.store.embedded.disk.Uninterrupted;
import io.quiver.store.embedded.log.WriteAheadLog;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * The Lucene index of one collection: what writes it and what reads it, and the rows
 * between the two.
 *
 * @author Quiver
 */
final class RowIndex implements Closeable {

	private static final int MIN_TINY_SEGMENTS = 100;

	private static final String LOG_SEGMENT = "quiver.log.segment";

	private static final double MEGABYTE = 1 << 20;

	private final Directory directory;

	private final IndexWriter writer;

	private final SearcherManager searchers;

	private final LiveRows live = new LiveRows();

	private final long maxLiveBytes;

	private final AtomicLong written = new AtomicLong();

	private final AtomicLong writtenWhenAsked = new AtomicLong();

	private final ReentrantLock refreshLock = new ReentrantLock();

	private volatile long refreshed;

	RowIndex(Directory directory, Analyzer analyzer, EmbeddedSettings settings) throws IOException {
		this.directory = directory;
		this.maxLiveBytes = settings.ramBuffer();
		TieredMergePolicy merges = new TieredMergePolicy();
		merges.setSegmentsPerTier(5);
		merges.setFloorSegmentMB(16);
		int rowsWithoutGraph = rowsWithoutGraph(settings.tinySegments());
		IndexWriterConfig config = new IndexWriterConfig(analyzer).setCodec(new EmbeddedCodec(settings))
			.setMergePolicy(new LinkingMergePolicy(merges, rowsWithoutGraph))
			.setRAMBufferSizeMB(settings.ramBuffer() / MEGABYTE)
			.setMaxBufferedDocs(maxBufferedRows(settings.tinySegments(), rowsWithoutGraph))
			.setCommitOnClose(false);
		this.writer = Uninterrupted.call(() -> new IndexWriter(directory, config));
		this.searchers = Uninterrupted.call(() -> new SearcherManager(this.writer, new SearcherFactory() {

			@Override
			public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
				IndexSearcher searcher = new IndexSearcher(reader, settings.searchExecutor());
				// filters change from call to call, and the planner counts them anyway
				searcher.setQueryCache(null);
				return searcher;
			}

		}));
		this.searchers.addListener(this.live);
	}

	/**
	 * Return after how many rows a segment is written: before it gets a graph, so that
	 * graphs are made by merging, in other threads than those that write. Linking a row
	 * costs many times what storing it does.
	 */
	private static int maxBufferedRows(int tinySegments, int rowsWithoutGraph) {
		return (tinySegments < MIN_TINY_SEGMENTS) ? IndexWriterConfig.DISABLE_AUTO_FLUSH
				: (int) (0.9 * rowsWithoutGraph);
	}

	/**
	 * Lucene begins a graph where there are as many rows as a search of it would visit.
	 */
	private static int rowsWithoutGraph(int tinySegments) {
		double rows = Math.max(tinySegments, 2);
		for (int i = 0; i < 20; i++) {
			rows = Math.max(tinySegments * Math.log(rows), 2);
		}
		return (int) rows;
	}

	/**
	 * Return the first segment of the log that the index does not have.
	 */
	long logSegment() {
		Iterable<Map.Entry<String, String>> data = this.writer.getLiveCommitData();
		if (data != null) {
			for (Map.Entry<String, String> entry : data) {
				if (entry.getKey().equals(LOG_SEGMENT)) {
					return Long.parseLong(entry.getValue());
				}
			}
		}
		return WriteAheadLog.FIRST_SEGMENT;
	}

	/**
	 * Store a row.
	 * @param key the key's term
	 * @param document the row for the index
	 * @param row the row for those who read it before the next refresh
	 * @param replaces whether there may be a row with this key
	 */
	void put(BytesRef key, Document document, byte[] row, boolean replaces) throws IOException {
		// what an interrupt ends is begun again, and then the row may be there
		boolean[] again = { replaces };
		Uninterrupted.call(() -> {
			boolean update = again[0];
			again[0] = true;
			return update ? this.writer.updateDocument(new Term(Fields.KEY, key), document)
					: this.writer.addDocument(document);
		});
		this.live.put(key, row);
		this.written.incrementAndGet();
	}

	void delete(BytesRef key) throws IOException {
		Uninterrupted.call(() -> this.writer.deleteDocuments(new Term(Fields.KEY, key)));
		this.live.delete(key);
		this.written.incrementAndGet();
	}

	LiveRows live() {
		return this.live;
	}

	/**
	 * Read the index as it is after every write that has returned.
	 */
	<T extends @Nullable Object> T read(Reading<T> reading) throws IOException {
		refreshIfWritten();
		return readRefreshed(reading);
	}

	/**
	 * Read the index as it was at its last refresh.
	 */
	<T extends @Nullable Object> T readRefreshed(Reading<T> reading) throws IOException {
		IndexSearcher searcher = this.searchers.acquire();
		try {
			return reading.read(searcher);
		}
		finally {
			this.searchers.release(searcher);
		}
	}

	void refreshIfWritten() throws IOException {
		if (this.refreshed < this.written.get()) {
			refresh();
		}
	}

	/**
	 * Keep the rows between two refreshes from growing without end.
	 */
	void refreshIfFull() throws IOException {
		if (this.live.bytes() > this.maxLiveBytes) {
			refresh();
		}
	}

	private void refresh() throws IOException {
		long wanted = this.written.get();
		this.refreshLock.lock();
		try {
			if (this.refreshed < wanted) {
				long seen = this.written.get();
				refreshNow();
				this.refreshed = seen;
			}
		}
		finally {
			this.refreshLock.unlock();
		}
	}

	private void refreshNow() throws IOException {
		Uninterrupted.call(() -> {
			this.searchers.maybeRefreshBlocking();
			return true;
		});
	}

	/**
	 * Name the log's segment that the next commit goes up to.
	 */
	void setLogSegment(long segment) {
		this.writer.setLiveCommitData(Map.of(LOG_SEGMENT, Long.toString(segment)).entrySet());
	}

	/**
	 * Return whether a commit would keep anything, if only segments that were merged.
	 */
	boolean isChanged() {
		return this.writer.hasUncommittedChanges();
	}

	void commit() throws IOException {
		Uninterrupted.call(this.writer::commit);
	}

	/**
	 * Let rows that no graph links be linked in the background.
	 */
	void link() throws IOException {
		Uninterrupted.call(() -> {
			this.writer.maybeMerge();
			return true;
		});
	}

	/**
	 * Let rows be linked, unless there were writes since this was last asked, and show
	 * what was linked meanwhile: merging is no write.
	 */
	void linkIfQuiet() throws IOException {
		refreshNow();
		long writes = this.written.get();
		if (this.writtenWhenAsked.getAndSet(writes) == writes) {
			link();
		}
	}

	void merge(int maxSegments) throws IOException {
		Uninterrupted.call(() -> {
			this.writer.forceMerge(maxSegments);
			return true;
		});
		refreshNow();
	}

	long sizeInBytes() throws IOException {
		long size = 0;
		for (String file : this.directory.listAll()) {
			size += Sizes.of(this.directory, file);
		}
		return size;
	}

	/**
	 * Return whether the writer gave up.
	 */
	boolean isBroken() {
		return this.writer.getTragicException() != null || !this.writer.isOpen();
	}

	/**
	 * Let everything go; what was not committed is in the log.
	 */
	@Override
	public void close() throws IOException {
		Uninterrupted.call(() -> {
			IOUtils.close(this.searchers, this.writer::rollback, this.directory);
			return true;
		});
	}

	/**
	 * What is done with a searcher.
	 *
	 * @param <T> the type of the result
	 */
	@FunctionalInterface
	interface Reading<T extends @Nullable Object> {

		T read(IndexSearcher searcher) throws IOException;

	}

}
