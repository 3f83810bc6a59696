package io.quiver.data.repository.query;

/**
 * How one repository method runs, for people to read.
 *
 * @param method the method, such as {@code Articles.findByTitle(String)}
 * @param description what is asked of the store
 * @author Quiver
 * @since 0.1
 */
public record QueryPlan(String method, String description) {

	@Override
	public String toString() {
		return this.method + ": " + this.description;
	}

}
