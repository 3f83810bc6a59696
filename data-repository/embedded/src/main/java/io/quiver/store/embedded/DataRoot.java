package io.quiver.store.embedded;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import io.quiver.store.embedded.disk.DirectoryLock;
import io.quiver.store.embedded.disk.OwnerFiles;
import io.quiver.store.embedded.disk.UninterruptibleDirectory;
import io.quiver.store.embedded.disk.WriteGuard;
import io.quiver.store.embedded.log.WriteAheadLog;

import org.springframework.dao.DataAccessResourceFailureException;

/**
 * The directory of an engine: one directory for each collection, with its shape, its
 * index and its log. Collections come and go by one rename, so that there is no half of
 * one.
 *
 * @author Quiver
 */
final class DataRoot implements Closeable {

	private static final String SHAPE = "shape";

	private static final String INDEX = "index";

	private static final String LOG = "log";

	private static final String UNFINISHED = "new-";

	private static final String DROPPED = "dropped-";

	private final Path collections;

	private final DirectoryLock lock;

	private final WriteGuard guard;

	private DataRoot(Path collections, DirectoryLock lock, WriteGuard guard) {
		this.collections = collections;
		this.lock = lock;
		this.guard = guard;
	}

	static DataRoot open(Path path, WriteGuard guard) {
		DirectoryLock lock;
		try {
			OwnerFiles.createDirectories(path);
			lock = DirectoryLock.tryLock(path);
		}
		catch (IOException | UnsupportedOperationException ex) {
			throw unusable(path, ex);
		}
		if (lock == null) {
			throw new DataAccessResourceFailureException(
					"The data directory '%s' is open elsewhere: one client of one process can use it; close the other one, or choose another directory"
						.formatted(path));
		}
		DataRoot root = new DataRoot(path.resolve("collections"), lock, guard);
		try {
			OwnerFiles.createDirectories(root.collections);
			root.deleteLeftovers();
			return root;
		}
		catch (IOException ex) {
			root.close();
			throw unusable(path, ex);
		}
	}

	private static DataAccessResourceFailureException unusable(Path path, Exception cause) {
		return new DataAccessResourceFailureException(
				"The data directory '%s' cannot be used (%s); choose one that this process may create and write"
					.formatted(path, cause),
				cause);
	}

	private void deleteLeftovers() throws IOException {
		for (Path directory : directories()) {
			String name = directory.getFileName().toString();
			if (name.startsWith(UNFINISHED) || name.startsWith(DROPPED)) {
				OwnerFiles.deleteDirectory(directory);
			}
		}
	}

	private List<Path> directories() throws IOException {
		try (Stream<Path> directories = Files.list(this.collections)) {
			return directories.toList();
		}
	}

	List<String> names() throws IOException {
		return directories().stream()
			.map((directory) -> CollectionName.ofDirectory(directory.getFileName().toString()))
			.filter(Objects::nonNull)
			.map(Objects::requireNonNull)
			.sorted()
			.toList();
	}

	/**
	 * Return how many bytes can still be written.
	 */
	long usableSpace() {
		long bytes = this.collections.toFile().getUsableSpace();
		if (!Files.isDirectory(this.collections) || !Files.isWritable(this.collections) || bytes == 0) {
			throw new DataAccessResourceFailureException(
					"The data directory '%s' is gone, full or cannot be written".formatted(this.collections));
		}
		return bytes;
	}

	boolean has(String name) {
		return Files.isDirectory(directory(name));
	}

	Shape shape(String name) throws IOException {
		return ShapeFile.read(directory(name).resolve(SHAPE));
	}

	void keepShape(Shape shape) throws IOException {
		ShapeFile.write(directory(shape.stored().name()).resolve(SHAPE), shape, this.guard);
	}

	void create(Shape shape) throws IOException {
		Path unfinished = this.collections.resolve(UNFINISHED + UUID.randomUUID());
		try {
			OwnerFiles.createDirectories(unfinished.resolve(INDEX));
			OwnerFiles.createDirectories(unfinished.resolve(LOG));
			ShapeFile.write(unfinished.resolve(SHAPE), shape, this.guard);
			WriteAheadLog.create(unfinished.resolve(LOG), this.guard);
			OwnerFiles.move(unfinished, directory(shape.stored().name()));
		}
		catch (IOException ex) {
			OwnerFiles.deleteDirectory(unfinished);
			throw ex;
		}
	}

	void drop(String name) throws IOException {
		Path dropped = this.collections.resolve(DROPPED + UUID.randomUUID());
		OwnerFiles.move(directory(name), dropped);
		OwnerFiles.deleteDirectory(dropped);
	}

	EmbeddedCollection open(String name, EmbeddedSettings settings) throws IOException {
		Path directory = directory(name);
		Shape shape = shape(name);
		boolean forced = settings.durability() == EmbeddedSettings.Durability.FORCE;
		RowIndex index = openIndex(directory.resolve(INDEX), settings);
		try {
			CollectionData replaying = new CollectionData(shape.stored(), index, null);
			WriteAheadLog log = WriteAheadLog.open(directory.resolve(LOG), index.logSegment(), forced, this.guard,
					(record) -> LogRecord.read(record, replaying));
			// closing ends the merges that are under way
			index.link();
			return new EmbeddedCollection(shape, index, log, settings);
		}
		catch (IOException ex) {
			index.close();
			throw ex;
		}
		catch (RuntimeException ex) {
			index.close();
			throw new DamagedException(directory.resolve(LOG), ex);
		}
	}

	private RowIndex openIndex(Path directory, EmbeddedSettings settings) throws IOException {
		UninterruptibleDirectory files = new UninterruptibleDirectory(directory, this.guard);
		try {
			return new RowIndex(files, Fields.analyzer(), settings);
		}
		catch (IOException | RuntimeException ex) {
			files.close();
			throw ex;
		}
	}

	private Path directory(String name) {
		return this.collections.resolve(CollectionName.toDirectory(name));
	}

	@Override
	public void close() {
		try {
			this.lock.close();
		}
		catch (IOException ex) {
			throw new DataAccessResourceFailureException("The lock of a data directory could not be given back", ex);
		}
	}

}
