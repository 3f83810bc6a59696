package io.quiver.store.embedded.disk;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.NoLockFactory;
import org.apache.lucene.store.OutputStreamIndexOutput;

/**
 * Maps an index into memory for reading, and writes it with streams: Lucene's own
 * directories write through channels, which an interrupt of the writing thread closes,
 * and with them the index. It takes no lock, since {@link DirectoryLock} is held above
 * it.
 *
 * @author Quiver
 * @since 0.1
 */
public final class UninterruptibleDirectory extends FilterDirectory {

	private static final int BUFFER = 16 * 1024;

	private final Path path;

	private final WriteGuard guard;

	private final AtomicLong temporary = new AtomicLong();

	/**
	 * Create a directory.
	 * @param path where it is
	 * @param guard asked before each write
	 * @throws IOException if there is no such directory
	 */
	public UninterruptibleDirectory(Path path, WriteGuard guard) throws IOException {
		super(Uninterrupted.call(() -> new MMapDirectory(path, NoLockFactory.INSTANCE)));
		this.path = path;
		this.guard = guard;
	}

	@Override
	public IndexOutput createOutput(String name, IOContext context) throws IOException {
		OwnerFiles.createFile(this.path.resolve(name));
		FileOutputStream stream = new FileOutputStream(this.path.resolve(name).toFile());
		return new OutputStreamIndexOutput("Output(%s)".formatted(name), name, new GuardedStream(stream, this.guard),
				BUFFER);
	}

	@Override
	public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) throws IOException {
		return createOutput(getTempFileName(prefix, suffix, this.temporary.getAndIncrement()), context);
	}

	@Override
	public void sync(Collection<String> names) throws IOException {
		for (String name : names) {
			try (RandomAccessFile file = new RandomAccessFile(this.path.resolve(name).toFile(), "rw")) {
				file.getFD().sync();
			}
		}
	}

	@Override
	public void syncMetaData() throws IOException {
		OwnerFiles.forceDirectory(this.path);
	}

	@Override
	public IndexInput openInput(String name, IOContext context) throws IOException {
		return Uninterrupted.call(() -> this.in.openInput(name, context));
	}

	private static final class GuardedStream extends BufferedOutputStream {

		private final WriteGuard guard;

		private GuardedStream(FileOutputStream stream, WriteGuard guard) {
			super(stream, 1);
			this.guard = guard;
		}

		@Override
		public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
			this.guard.beforeWrite(length);
			super.write(bytes, offset, length);
		}

	}

}
