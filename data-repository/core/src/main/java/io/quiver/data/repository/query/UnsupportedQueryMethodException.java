package io.quiver.data.repository.query;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * A repository method that the store cannot carry out, or that cannot be read. Thrown
 * when the repository is made.
 *
 * @author Quiver
 * @since 0.1
 */
public class UnsupportedQueryMethodException extends InvalidDataAccessApiUsageException {

	private final String method;

	private final @Nullable String store;

	private final String problem;

	private final String wayOut;

	/**
	 * Create the exception for a method that is no query, whatever the store.
	 * @param method the method, such as {@code Articles.findByTitle(String)}
	 * @param problem what is wrong with it, without a full stop
	 * @param wayOut what to do instead, without a full stop
	 */
	public UnsupportedQueryMethodException(String method, String problem, String wayOut) {
		super("%s is not a valid query method: %s. %s.".formatted(method, problem, wayOut));
		this.method = method;
		this.store = null;
		this.problem = problem;
		this.wayOut = wayOut;
	}

	/**
	 * Create the exception for a method that one store cannot carry out.
	 * @param method the method, such as {@code Articles.findByTitle(String)}
	 * @param store the name of the store and its kind
	 * @param problem what cannot be done, without a full stop
	 * @param wayOut what to do instead, without a full stop
	 */
	public UnsupportedQueryMethodException(String method, String store, String problem, String wayOut) {
		super("%s cannot run on store %s: %s. %s.".formatted(method, store, problem, wayOut));
		this.method = method;
		this.store = store;
		this.problem = problem;
		this.wayOut = wayOut;
	}

	public String getMethod() {
		return this.method;
	}

	/**
	 * Return the store that cannot carry the method out.
	 * @return its name and kind, or {@code null} if no store could
	 */
	public @Nullable String getStore() {
		return this.store;
	}

	public String getProblem() {
		return this.problem;
	}

	public String getWayOut() {
		return this.wayOut;
	}

}
