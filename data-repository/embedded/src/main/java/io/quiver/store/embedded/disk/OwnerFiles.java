package io.quiver.store.embedded.disk;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

import org.jspecify.annotations.Nullable;

/**
 * Files and directories that only their owner can read, and what makes them last.
 *
 * @author Quiver
 * @since 0.1
 */
public final class OwnerFiles {

	private OwnerFiles() {
	}

	/**
	 * Create a directory, and its parents where they are missing.
	 * @param directory the directory; that it is there is no failure
	 * @throws IOException if it cannot be made
	 */
	public static void createDirectories(Path directory) throws IOException {
		if (!Files.isDirectory(directory)) {
			Files.createDirectories(directory, attributes(directory, "rwx------"));
		}
	}

	/**
	 * Create a file, empty, in the place of one that may be there.
	 * @param file the file
	 * @throws IOException if it cannot be made
	 */
	public static void createFile(Path file) throws IOException {
		Files.deleteIfExists(file);
		Files.createFile(file, attributes(file, "rw-------"));
	}

	/**
	 * Replace a file as a whole: whoever reads it, after whatever crash, finds the old
	 * content or the new one.
	 * @param file the file
	 * @param content the new content
	 * @param guard asked first
	 * @throws IOException if the old content stays
	 */
	public static void replace(Path file, byte[] content, WriteGuard guard) throws IOException {
		Path next = file.resolveSibling(file.getFileName() + ".new");
		createFile(next);
		try (RandomAccessFile out = new RandomAccessFile(next.toFile(), "rw")) {
			guard.beforeWrite(content.length);
			out.write(content);
			out.getFD().sync();
		}
		move(next, file);
	}

	/**
	 * Give a file or directory another name in its parent, for good.
	 * @param from the old name
	 * @param to the new name
	 * @throws IOException if the old name stays
	 */
	public static void move(Path from, Path to) throws IOException {
		Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		forceDirectory(parent(to));
	}

	/**
	 * Force the names in a directory to the disk.
	 * @param directory the directory
	 * @throws IOException if that fails
	 */
	public static void forceDirectory(Path directory) throws IOException {
		if (File.separatorChar == '\\') {
			return; // Windows opens no directories, and needs no force
		}
		Uninterrupted.call(() -> {
			try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
				channel.force(true);
			}
			return true;
		});
	}

	/**
	 * Delete a directory with all that is in it.
	 * @param directory the directory; that it is not there is no failure
	 * @throws IOException if something stays
	 */
	public static void deleteDirectory(Path directory) throws IOException {
		if (!Files.exists(directory)) {
			return;
		}
		Files.walkFileTree(directory, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				Files.deleteIfExists(file);
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFileFailed(Path file, IOException ex) throws IOException {
				if (ex instanceof NoSuchFileException) {
					return FileVisitResult.CONTINUE;
				}
				throw ex;
			}

			@Override
			public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException ex) throws IOException {
				if (ex != null) {
					throw ex;
				}
				Files.deleteIfExists(visited);
				return FileVisitResult.CONTINUE;
			}

		});
	}

	/**
	 * Return where a file is.
	 * @param path the file
	 * @return its directory
	 */
	public static Path parent(Path path) {
		Path parent = path.toAbsolutePath().getParent();
		return (parent != null) ? parent : path;
	}

	private static FileAttribute<?>[] attributes(Path path, String permissions) {
		boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
		return posix
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)) }
				: new FileAttribute<?>[0];
	}

}
