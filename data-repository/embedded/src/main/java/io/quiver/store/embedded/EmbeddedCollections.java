package io.quiver.store.embedded;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import io.quiver.data.store.CollectionSpec;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.NoLockFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;

/**
 * The collections of an engine, each opened when it is used first.
 *
 * @author Quiver
 */
final class EmbeddedCollections {

	private static final Log logger = LogFactory.getLog(EmbeddedCollections.class);

	private final EmbeddedSettings settings;

	private final @Nullable DataRoot root;

	private final Map<String, EmbeddedCollection> opened = new ConcurrentHashMap<>();

	private boolean closed;

	EmbeddedCollections(EmbeddedSettings settings, @Nullable DataRoot root) {
		this.settings = settings;
		this.root = root;
	}

	synchronized List<String> names() throws IOException {
		return (this.root != null) ? this.root.names() : List.copyOf(new TreeMap<>(this.opened).keySet());
	}

	/**
	 * Return how many bytes can still be written.
	 * @return the bytes, nothing in memory
	 * @throws org.springframework.dao.DataAccessResourceFailureException if the directory
	 * is gone or cannot be written
	 */
	OptionalLong usableSpace() {
		return (this.root != null) ? OptionalLong.of(this.root.usableSpace()) : OptionalLong.empty();
	}

	@Nullable CollectionSpec describe(String name) throws IOException {
		EmbeddedCollection collection = this.opened.get(name);
		if (collection != null) {
			return collection.view().shape().declared();
		}
		return describeStored(name);
	}

	private synchronized @Nullable CollectionSpec describeStored(String name) throws IOException {
		return (this.root != null && this.root.has(name)) ? this.root.shape(name).declared() : null;
	}

	synchronized void create(CollectionSpec spec) throws IOException {
		String objection = EmbeddedAbilities.shapeObjection(spec);
		if (objection != null) {
			throw new InvalidDataAccessApiUsageException(
					"Collection '%s' cannot be created: the embedded engine %s".formatted(spec.name(), objection));
		}
		if (exists(spec.name())) {
			Shape shape = get(spec.name()).view().shape();
			if (!shape.hasSameColumns(spec)) {
				throw shape.conflict(spec);
			}
			return;
		}
		if (this.root != null) {
			this.root.create(Shape.of(spec));
			get(spec.name());
		}
		else {
			this.opened.put(spec.name(), inMemory(spec));
		}
	}

	private EmbeddedCollection inMemory(CollectionSpec spec) throws IOException {
		ByteBuffersDirectory directory = new ByteBuffersDirectory(NoLockFactory.INSTANCE);
		RowIndex index = new RowIndex(directory, Fields.analyzer(), this.settings);
		return new EmbeddedCollection(Shape.of(spec), index, null, this.settings);
	}

	synchronized void addColumns(CollectionSpec spec) throws IOException {
		EmbeddedCollection collection = get(spec.name());
		String objection = EmbeddedAbilities.shapeObjection(spec);
		if (objection != null) {
			throw new InvalidDataAccessApiUsageException(
					"Columns of collection '%s' cannot be added: the embedded engine %s".formatted(spec.name(),
							objection));
		}
		Shape larger = collection.view().shape().withColumnsOf(spec);
		DataRoot root = this.root;
		collection.changeShape(larger, (shape) -> {
			if (root != null) {
				root.keepShape(shape);
			}
		});
	}

	synchronized boolean drop(String name) throws IOException {
		EmbeddedCollection collection = this.opened.remove(name);
		if (collection != null) {
			collection.close();
		}
		if (this.root == null) {
			return collection != null;
		}
		boolean there = this.root.has(name);
		if (there) {
			this.root.drop(name);
		}
		return there;
	}

	/**
	 * Return a collection that can be used, opened again if it gave up.
	 * @param name the name
	 * @return the collection
	 */
	EmbeddedCollection get(String name) throws IOException {
		EmbeddedCollection collection = this.opened.get(name);
		return (collection != null && !collection.isBroken()) ? collection : reopen(name);
	}

	private synchronized EmbeddedCollection reopen(String name) throws IOException {
		EmbeddedCollection collection = this.opened.get(name);
		if (collection != null && !collection.isBroken()) {
			return collection;
		}
		if (this.closed) {
			throw new IOException("The engine is closed");
		}
		if (!exists(name)) {
			throw new InvalidDataAccessResourceUsageException(
					"There is no collection '%s'; create it first with collection(Entity.class).create() of its VectorOperations, or set schema.mode to create"
						.formatted(name));
		}
		if (this.root == null) {
			throw new IOException("Collection '%s' failed, and with it all that was kept in memory".formatted(name));
		}
		if (collection != null) {
			logger.warn("Collection '%s' gave up and is opened again".formatted(name));
			this.opened.remove(name);
			close(name, collection);
		}
		EmbeddedCollection opened = this.root.open(name, this.settings);
		this.opened.put(name, opened);
		return opened;
	}

	private boolean exists(String name) {
		return this.opened.containsKey(name) || this.root != null && this.root.has(name);
	}

	Collection<EmbeddedCollection> opened() {
		return new ArrayList<>(this.opened.values());
	}

	synchronized void close() {
		this.closed = true;
		this.opened.forEach((name, collection) -> {
			try {
				if (!collection.isBroken()) {
					collection.commit();
				}
			}
			catch (IOException | RuntimeException ex) {
				logger.warn("The last commit of collection '%s' failed; its log has what the index does not"
					.formatted(name), ex);
			}
			close(name, collection);
		});
		this.opened.clear();
		if (this.root != null) {
			this.root.close();
		}
	}

	private static void close(String name, EmbeddedCollection collection) {
		try {
			collection.close();
		}
		catch (IOException | RuntimeException ex) {
			logger.warn("Collection '%s' did not close cleanly; its log has what the index does not".formatted(name),
					ex);
		}
	}

}
