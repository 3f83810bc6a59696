package io.quiver.data.policy;

import org.jspecify.annotations.Nullable;

/**
 * A call of a system, made as often as needed.
 *
 * @param <T> the type of the result
 * @author Quiver
 * @since 0.1
 */
@FunctionalInterface
public interface StoreCall<T extends @Nullable Object> {

	/**
	 * Make one try. Failures are of Spring's
	 * {@link org.springframework.dao.DataAccessException} family: transient where trying
	 * again may help, {@link NotSentException} where it is certain that nothing was sent.
	 * @param attempt the try, with its deadline
	 * @return the result
	 */
	T call(Attempt attempt);

}
