package io.quiver.data.core.convert;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * A query that cannot be carried out: it names something that the entity does not have or
 * asks for something that the store cannot do.
 *
 * @author Quiver
 * @since 0.1
 */
public class UnsupportedQueryException extends InvalidDataAccessApiUsageException {

	private final String problem;

	private final String wayOut;

	/**
	 * Create the exception.
	 * @param problem what cannot be done
	 * @param wayOut what to do instead
	 */
	public UnsupportedQueryException(String problem, String wayOut) {
		super(problem + "; " + wayOut);
		this.problem = problem;
		this.wayOut = wayOut;
	}

	public String getProblem() {
		return this.problem;
	}

	public String getWayOut() {
		return this.wayOut;
	}

}
