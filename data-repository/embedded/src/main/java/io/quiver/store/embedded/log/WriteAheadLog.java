package io.quiver.store.embedded.log;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

import io.quiver.store.embedded.disk.WriteGuard;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * The write-ahead log of one collection: numbered segments, the last of which is written.
 * <p>
 * Whoever waits for the disk waits together: while one thread forces the segment, others
 * append, and the next force is for all of them.
 *
 * @author Quiver
 * @since 0.1
 */
public final class WriteAheadLog implements Closeable {

	/**
	 * The number of a new log's first segment.
	 */
	public static final long FIRST_SEGMENT = 1;

	private static final Log logger = LogFactory.getLog(WriteAheadLog.class);

	private static final String SUFFIX = ".log";

	private final Path directory;

	private final boolean forced;

	private final WriteGuard guard;

	private final ReentrantLock forceLock = new ReentrantLock();

	private final ReentrantLock appendLock = new ReentrantLock();

	private Segment segment;

	private long number;

	/** Bytes before the current segment. */
	private long base;

	/** Position up to which everything is forced. */
	private volatile long safe;

	private volatile @Nullable IOException failure;

	private WriteAheadLog(Path directory, boolean forced, WriteGuard guard, long number, Segment segment) {
		this.directory = directory;
		this.forced = forced;
		this.guard = guard;
		this.number = number;
		this.segment = segment;
		this.safe = segment.length();
	}

	/**
	 * Make the first segment of a new log.
	 * @param directory the log's own directory
	 * @param guard asked before each write
	 * @throws IOException if it cannot be made
	 */
	public static void create(Path directory, WriteGuard guard) throws IOException {
		Segment.create(file(directory, FIRST_SEGMENT), guard).close();
	}

	/**
	 * Open a log and replay it.
	 * @param directory the log's own directory
	 * @param first the first segment that is not in the index yet; older ones are deleted
	 * @param forced whether records are safe only when forced to the disk
	 * @param guard asked before each write
	 * @param replay takes the records
	 * @return the log
	 * @throws CorruptLogException if something acknowledged is lost
	 * @throws IOException if a file cannot be read or written
	 */
	public static WriteAheadLog open(Path directory, long first, boolean forced, WriteGuard guard, Replay replay)
			throws IOException {
		TreeMap<Long, Path> segments = segments(directory);
		segments.headMap(first).values().forEach(WriteAheadLog::delete);
		segments.headMap(first).clear();
		if (!segments.containsKey(first) || segments.lastKey() - first + 1 != segments.size()) {
			throw new CorruptLogException(
					"Log '%s' must have all segments from %d on, but has %s; restore the directory from a copy"
						.formatted(directory, first, segments.keySet()));
		}
		long last = segments.lastKey();
		for (Path sealed : segments.headMap(last).values()) {
			replaySealed(sealed, replay);
		}
		Path path = file(directory, last);
		return new WriteAheadLog(directory, forced, guard, last, replayLast(path, guard, replay));
	}

	private static void replaySealed(Path path, Replay replay) throws IOException {
		try (SegmentReader reader = SegmentReader.open(path)) {
			if (reader == null || reader.replay(replay) != reader.length()) {
				throw new CorruptLogException(
						"Log segment '%s' is damaged; restore the directory from a copy".formatted(path));
			}
		}
	}

	private static Segment replayLast(Path path, WriteGuard guard, Replay replay) throws IOException {
		try (SegmentReader reader = SegmentReader.open(path)) {
			if (reader == null) {
				return Segment.create(path, guard);
			}
			long end = reader.replay(replay);
			if (end < reader.length()) {
				reader.checkTail(end);
				logger.warn("Log segment '%s' ends in %d bytes of a write that was never acknowledged; they are cut off"
					.formatted(path, reader.length() - end));
			}
			return Segment.reopen(path, reader.mark(), end, guard);
		}
	}

	/**
	 * Append a record, wholly or not at all.
	 * @param record the record
	 * @return its position, to wait for
	 * @throws IOException if nothing was appended
	 */
	public long append(byte[] record) throws IOException {
		this.appendLock.lock();
		try {
			checkUsable();
			long acknowledged = this.forced ? this.safe - this.base : this.segment.length();
			this.segment.append(record, acknowledged);
			return this.base + this.segment.length();
		}
		finally {
			this.appendLock.unlock();
		}
	}

	/**
	 * Wait until a record is as safe as this log makes records.
	 * @param position the record's position
	 * @throws IOException if it is not known whether it is safe
	 */
	public void await(long position) throws IOException {
		if (!this.forced || this.safe >= position) {
			return;
		}
		this.forceLock.lock();
		try {
			if (this.safe < position) {
				checkUsable();
				force();
			}
		}
		finally {
			this.forceLock.unlock();
		}
	}

	private void force() throws IOException {
		long end = end();
		try {
			this.segment.force();
		}
		catch (IOException ex) {
			// what the system kept of it nobody knows
			this.failure = ex;
			throw ex;
		}
		this.safe = end;
	}

	private long end() {
		this.appendLock.lock();
		try {
			return this.base + this.segment.length();
		}
		finally {
			this.appendLock.unlock();
		}
	}

	/**
	 * Go on in a new segment.
	 * @return the number of the new segment
	 * @throws IOException if the old segment stays the last one
	 */
	public long rotate() throws IOException {
		this.forceLock.lock();
		this.appendLock.lock();
		try {
			checkUsable();
			force();
			Segment next = Segment.create(file(this.directory, this.number + 1), this.guard);
			this.segment.close();
			this.base += this.segment.length();
			this.segment = next;
			this.safe = this.base + next.length();
			return ++this.number;
		}
		finally {
			this.appendLock.unlock();
			this.forceLock.unlock();
		}
	}

	/**
	 * Delete the segments that the index has.
	 * @param segment the first that stays
	 * @throws IOException if the directory cannot be read
	 */
	public void deleteBefore(long segment) throws IOException {
		segments(this.directory).headMap(segment).values().forEach(WriteAheadLog::delete);
	}

	/**
	 * Return the size of the segment that is written.
	 * @return the number of bytes
	 */
	public long size() {
		this.appendLock.lock();
		try {
			return this.segment.length();
		}
		finally {
			this.appendLock.unlock();
		}
	}

	/**
	 * Return whether anything was appended to the segment that is written.
	 * @return whether there is something for the index to keep
	 */
	public boolean isEmpty() {
		return size() <= RecordFormat.SEGMENT_HEAD;
	}

	/**
	 * Return whether the log can no longer be written.
	 * @return whether it failed or is closed
	 */
	public boolean isBroken() {
		return this.failure != null;
	}

	@Override
	public void close() throws IOException {
		this.forceLock.lock();
		this.appendLock.lock();
		try {
			if (this.failure == null) {
				this.failure = new IOException("The log is closed");
				this.segment.force();
			}
			this.segment.close();
		}
		finally {
			this.appendLock.unlock();
			this.forceLock.unlock();
		}
	}

	private void checkUsable() throws IOException {
		IOException failed = this.failure;
		if (failed != null) {
			throw new IOException("Log '%s' cannot be written since: %s".formatted(this.directory, failed.getMessage()),
					failed);
		}
	}

	private static Path file(Path directory, long number) {
		return directory.resolve("%020d%s".formatted(number, SUFFIX));
	}

	private static TreeMap<Long, Path> segments(Path directory) throws IOException {
		TreeMap<Long, Path> segments = new TreeMap<>();
		try (Stream<Path> files = Files.list(directory)) {
			files.filter((file) -> file.getFileName().toString().matches("\\d{20}\\" + SUFFIX))
				.forEach((file) -> segments.put(Long.valueOf(file.getFileName().toString().substring(0, 20)), file));
		}
		return segments;
	}

	private static void delete(Path file) {
		try {
			Files.deleteIfExists(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
