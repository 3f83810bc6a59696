package io.quiver.store.embedded.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;

/**
 * The right to use a directory, held by one process and once in it. The system takes it
 * back when the process ends, however it ends.
 *
 * @author Quiver
 * @since 0.1
 */
public final class DirectoryLock implements Closeable {

	private final FileChannel channel;

	private DirectoryLock(FileChannel channel) {
		this.channel = channel;
	}

	/**
	 * Try to take the lock.
	 * @param directory the directory
	 * @return the lock, or {@code null} if somebody has it
	 * @throws IOException if the directory cannot be used
	 */
	public static @Nullable DirectoryLock tryLock(Path directory) throws IOException {
		Path file = directory.resolve("quiver.lock");
		if (!Files.exists(file)) {
			OwnerFiles.createFile(file);
		}
		return Uninterrupted.<@Nullable DirectoryLock>call(() -> tryLockFile(file));
	}

	private static @Nullable DirectoryLock tryLockFile(Path file) throws IOException {
		FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
		FileLock lock = null;
		try {
			lock = channel.tryLock();
		}
		catch (OverlappingFileLockException ex) {
			// held in this very process
		}
		finally {
			if (lock == null) {
				channel.close();
			}
		}
		return (lock != null) ? new DirectoryLock(channel) : null;
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

}
