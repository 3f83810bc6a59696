package io.quiver.benchmarks.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import io.quiver.benchmarks.search.Article;

/**
 * A file by hand: the rows of a call are appended and forced to the disk once. Nothing
 * can be found in it.
 *
 * @author Quiver
 * @since 0.1
 */
final class AppendingWriter implements RowWriter {

	private static final int ROOM_OF_ROW = 4096;

	private final FileChannel file;

	AppendingWriter(Path path) {
		try {
			this.file = FileChannel.open(path.resolve("rows"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void write(List<Article> rows) {
		ByteBuffer buffer = ByteBuffer.allocate(rows.size() * ROOM_OF_ROW);
		for (Article row : rows) {
			buffer.putLong(row.id());
			put(buffer, row.body());
			put(buffer, row.half());
			put(buffer, row.tenth());
			put(buffer, row.hundredth());
			buffer.asFloatBuffer().put(row.embedding());
			buffer.position(buffer.position() + row.embedding().length * Float.BYTES);
		}
		buffer.flip();
		try {
			while (buffer.hasRemaining()) {
				this.file.write(buffer);
			}
			this.file.force(false);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void put(ByteBuffer buffer, String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		buffer.putInt(bytes.length).put(bytes);
	}

	@Override
	public void close() {
		try {
			this.file.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
