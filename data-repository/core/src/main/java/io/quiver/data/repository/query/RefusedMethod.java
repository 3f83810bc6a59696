package io.quiver.data.repository.query;

/**
 * A method of every repository that one store cannot carry out, so that it is refused
 * when it is called.
 *
 * @param method the method, such as {@code Articles.findAll(Sort)}
 * @param problem what cannot be done, without a full stop
 * @param wayOut what to do instead, without a full stop
 * @author Quiver
 * @since 0.1
 */
public record RefusedMethod(String method, String problem, String wayOut) {

	@Override
	public String toString() {
		return "%s: %s. %s.".formatted(this.method, this.problem, this.wayOut);
	}

}
