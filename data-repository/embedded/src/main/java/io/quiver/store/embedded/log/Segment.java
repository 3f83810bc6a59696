package io.quiver.store.embedded.log;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

import io.quiver.store.embedded.disk.OwnerFiles;
import io.quiver.store.embedded.disk.WriteGuard;

/**
 * The segment that is written. Written without a channel, so that an interrupt cannot
 * close it.
 *
 * @author Quiver
 */
final class Segment implements Closeable {

	private final RandomAccessFile file;

	private final int mark;

	private final WriteGuard guard;

	private long length;

	private Segment(RandomAccessFile file, int mark, long length, WriteGuard guard) {
		this.file = file;
		this.mark = mark;
		this.length = length;
		this.guard = guard;
	}

	static Segment create(Path path, WriteGuard guard) throws IOException {
		int mark = ThreadLocalRandom.current().nextInt();
		guard.beforeWrite(RecordFormat.SEGMENT_HEAD);
		OwnerFiles.createFile(path);
		RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
		try {
			file.write(RecordFormat.segmentHead(mark));
			file.getFD().sync();
			OwnerFiles.forceDirectory(OwnerFiles.parent(path));
		}
		catch (IOException ex) {
			file.close();
			Files.deleteIfExists(path); // else the segment before it would count as
										// sealed
			throw ex;
		}
		return new Segment(file, mark, RecordFormat.SEGMENT_HEAD, guard);
	}

	/**
	 * Go on behind the intact records of a segment.
	 */
	static Segment reopen(Path path, int mark, long end, WriteGuard guard) throws IOException {
		RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
		if (file.length() > end) {
			file.setLength(end);
		}
		file.getFD().sync();
		return new Segment(file, mark, end, guard);
	}

	/**
	 * Append a record, wholly or not at all.
	 * @param content the record
	 * @param safe how many bytes are acknowledged, at least
	 */
	void append(byte[] content, long safe) throws IOException {
		byte[] record = RecordFormat.record(this.mark, safe, content);
		try {
			this.file.seek(this.length);
			this.guard.beforeWrite(record.length);
			this.file.write(record);
		}
		catch (IOException ex) {
			this.file.setLength(this.length);
			throw ex;
		}
		this.length += record.length;
	}

	long length() {
		return this.length;
	}

	void force() throws IOException {
		this.file.getFD().sync();
	}

	@Override
	public void close() throws IOException {
		this.file.close();
	}

}
