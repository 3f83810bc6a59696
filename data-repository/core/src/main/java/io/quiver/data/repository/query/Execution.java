package io.quiver.data.repository.query;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.IncorrectResultSizeDataAccessException;

/**
 * How the query of a method is run.
 *
 * @author Quiver
 */
@FunctionalInterface
interface Execution {

	@Nullable Object execute(Arguments arguments);

	/**
	 * Return the only result.
	 * @param method the method that has one result
	 * @param results at most two results
	 * @return the result, or {@code null} if there is none
	 */
	static @Nullable Object only(VectorQueryMethod method, List<?> results) {
		if (results.size() > 1) {
			throw new IncorrectResultSizeDataAccessException(
					"%s returns one result, but there are more. Use First to ".formatted(method.getSignature())
							+ "take the first of them, or return List",
					1);
		}
		return (results.isEmpty()) ? null : results.get(0);
	}

}
