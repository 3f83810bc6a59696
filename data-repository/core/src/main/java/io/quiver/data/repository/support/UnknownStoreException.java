package io.quiver.data.repository.support;

import java.util.Collection;
import java.util.List;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * An entity names a store that there is not.
 *
 * @author Quiver
 * @since 0.1
 */
public class UnknownStoreException extends InvalidDataAccessApiUsageException {

	private final String store;

	private final List<String> knownStores;

	/**
	 * Create the exception.
	 * @param entity the entity
	 * @param store the store that it names
	 * @param knownStores the stores that there are
	 */
	public UnknownStoreException(Class<?> entity, String store, Collection<String> knownStores) {
		super("%s asks for the store '%s', but %s. Correct @VectorCollection(store = \"%2$s\"), or add quiver.stores.%2$s."
			.formatted(entity.getName(), store, (knownStores.isEmpty()) ? "there is none"
					: "there are only: " + String.join(", ", knownStores.stream().sorted().toList())));
		this.store = store;
		this.knownStores = knownStores.stream().sorted().toList();
	}

	public String getStore() {
		return this.store;
	}

	/**
	 * Return the stores that there are.
	 * @return their names, in alphabetical order
	 */
	public List<String> getKnownStores() {
		return this.knownStores;
	}

}
