package io.quiver.data.core;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * An entity that the store cannot keep as it is mapped.
 *
 * @author Quiver
 * @since 0.1
 */
public class UnsupportedEntityException extends InvalidDataAccessApiUsageException {

	private final Class<?> entity;

	private final String store;

	private final String problem;

	private final String wayOut;

	/**
	 * Create the exception.
	 * @param entity the entity
	 * @param store the store's name and kind
	 * @param problem what the store cannot do, as half a sentence
	 * @param wayOut what to do instead
	 */
	public UnsupportedEntityException(Class<?> entity, String store, String problem, String wayOut) {
		super("%s cannot be kept in store %s, which %s; %s".formatted(entity.getName(), store, problem, wayOut));
		this.entity = entity;
		this.store = store;
		this.problem = problem;
		this.wayOut = wayOut;
	}

	public Class<?> getEntity() {
		return this.entity;
	}

	public String getStore() {
		return this.store;
	}

	public String getProblem() {
		return this.problem;
	}

	public String getWayOut() {
		return this.wayOut;
	}

}
