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

	private final String cure;

	/**
	 * Create the exception.
	 * @param store the name of the store
	 * @param collection the name of the collection
	 * @param differences what differs, one sentence each; not empty
	 * @param cure what can be done about it
	 */
	public SchemaMismatchException(String store, String collection, List<String> differences, String cure) {
		super("Collection '%s' in store '%s' does not fit its entity: %s. To cure it, %s".formatted(collection, store,
				String.join("; ", differences), cure));
		this.store = store;
		this.collection = collection;
		this.differences = List.copyOf(differences);
		this.cure = cure;
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

	public String getCure() {
		return this.cure;
	}

}
