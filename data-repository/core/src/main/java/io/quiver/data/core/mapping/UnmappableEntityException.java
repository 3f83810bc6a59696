package io.quiver.data.core.mapping;

import org.springframework.data.mapping.MappingException;

/**
 * The failure to make columns of an entity, such as of a property whose type no column
 * has.
 *
 * @author Quiver
 * @since 0.1
 */
public class UnmappableEntityException extends MappingException {

	private final String problem;

	private final String wayOut;

	/**
	 * Create an exception.
	 * @param problem what cannot be mapped, as a sentence that begins with the property
	 * or the entity
	 * @param wayOut what to do instead
	 */
	public UnmappableEntityException(String problem, String wayOut) {
		super(problem + "; " + wayOut);
		this.problem = problem;
		this.wayOut = wayOut;
	}

	/**
	 * Return what cannot be mapped.
	 * @return the problem, as a sentence without its full stop
	 */
	public String getProblem() {
		return this.problem;
	}

	/**
	 * Return what to do instead.
	 * @return the way out
	 */
	public String getWayOut() {
		return this.wayOut;
	}

}
