package io.quiver.data.policy;

import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

/**
 * A call of a system that does not keep its caller waiting, made as often as needed.
 *
 * @param <T> the type of the result
 * @author Quiver
 * @since 0.1
 */
@FunctionalInterface
public interface AsyncStoreCall<T extends @Nullable Object> {

	/**
	 * Begin one try; failures are those of {@link StoreCall#call}. A stage that is not
	 * complete at the deadline is cancelled.
	 * @param attempt the try, with its deadline
	 * @return the result to come
	 */
	CompletionStage<T> call(Attempt attempt);

}
