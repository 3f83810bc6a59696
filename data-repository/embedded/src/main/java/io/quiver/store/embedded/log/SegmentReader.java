package io.quiver.store.embedded.log;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * Reads a segment and judges its end.
 *
 * @author Quiver
 */
final class SegmentReader implements Closeable {

	private final Path path;

	private final RandomAccessFile file;

	private final long length;

	private final int mark;

	private SegmentReader(Path path, RandomAccessFile file, int mark) throws IOException {
		this.path = path;
		this.file = file;
		this.length = file.length();
		this.mark = mark;
	}

	/**
	 * Open a segment.
	 * @param path the file
	 * @return the reader, or {@code null} if the segment's head was never written
	 * @throws IOException if the head is damaged
	 */
	static @Nullable SegmentReader open(Path path) throws IOException {
		RandomAccessFile file = new RandomAccessFile(path.toFile(), "r");
		byte[] head = new byte[RecordFormat.SEGMENT_HEAD];
		if (file.length() >= head.length) {
			file.readFully(head);
			if (RecordFormat.isSegmentHead(head)) {
				return new SegmentReader(path, file, RecordFormat.mark(head));
			}
		}
		long length = file.length();
		file.close();
		if (length > head.length) {
			throw new CorruptLogException("The head of log segment '%s' is damaged".formatted(path));
		}
		return null;
	}

	int mark() {
		return this.mark;
	}

	long length() {
		return this.length;
	}

	/**
	 * Hand out all intact records.
	 * @param replay takes them
	 * @return where they end
	 * @throws IOException if a record cannot be read or applied
	 */
	long replay(Replay replay) throws IOException {
		long position = RecordFormat.SEGMENT_HEAD;
		byte[] record = read(position);
		while (record != null) {
			byte[] content = new byte[record.length - RecordFormat.RECORD_HEAD];
			System.arraycopy(record, RecordFormat.RECORD_HEAD, content, 0, content.length);
			replay.apply(content);
			position += record.length;
			record = read(position);
		}
		return position;
	}

	/**
	 * Make sure that what follows the intact records was never acknowledged: a record
	 * behind it would know of more safe bytes than are intact.
	 * @param end where the intact records end
	 * @throws IOException if something acknowledged is damaged
	 */
	void checkTail(long end) throws IOException {
		try (InputStream in = new BufferedInputStream(new FileInputStream(this.path.toFile()), 1 << 16)) {
			in.skipNBytes(end);
			int window = 0;
			long position = end;
			for (int next = in.read(); next >= 0; next = in.read()) {
				window = window << 8 | next;
				position++;
				byte[] record = (window == this.mark && position - 4 >= end) ? read(position - 4) : null;
				if (record != null && ByteBuffer.wrap(record).getLong(8) > end) {
					throw new CorruptLogException(
							"Log segment '%s' is damaged at byte %d, and acknowledged records follow; restore the directory from a copy"
								.formatted(this.path, end));
				}
			}
		}
	}

	private byte @Nullable [] read(long position) throws IOException {
		if (position + RecordFormat.RECORD_HEAD > this.length) {
			return null;
		}
		this.file.seek(position);
		if (this.file.readInt() != this.mark) {
			return null;
		}
		int size = this.file.readInt();
		if (size < 0 || size > this.length - position - RecordFormat.RECORD_HEAD) {
			return null;
		}
		byte[] record = new byte[RecordFormat.RECORD_HEAD + size];
		this.file.seek(position);
		this.file.readFully(record);
		return RecordFormat.isRecord(record) ? record : null;
	}

	@Override
	public void close() throws IOException {
		this.file.close();
	}

}
