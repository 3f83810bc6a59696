package io.quiver.data.core;

import java.util.List;

import org.springframework.dao.InvalidDataAccessResourceUsageException;

/**
 * A collection is missing or is stored in another shape than its entity asks for.
 *
 * @author Quiver
 * @since 0.1
 */
public class SchemaMismatchException extends InvalidDataAccessResourceUsageException {

	private final String store;

	private final String collection;

	private final List<String> differences;

	/**
	 * Create the exception.
	 * @param store the name of the store
	 * @param collection the name of the collection
	 * @param differences what differs, one sentence each; not empty
	 */
	public SchemaMismatchException(String store, String collection, List<String> differences) {
		super("Collection '%s' in store '%s' does not fit its entity: %s".formatted(collection, store,
				String.join("; ", differences)));
		this.store = store;
		this.collection = collection;
		this.differences = List.copyOf(differences);
	}

	public String getStore() {
		return this.store;
	}

	public String getCollection() {
		return this.collection;
	}

	public List<String> getDifferences() {
		return this.differences;
	}

}
