package io.quiver.data.policy;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import org.jspecify.annotations.Nullable;

/**
 * The door through which a client makes every call of its system, once for each call that
 * the application makes. Safe for use by many threads.
 *
 * @author Quiver
 * @since 0.1
 */
public interface StoreCalls {

	/**
	 * Make a call and wait for its result.
	 * @param <T> the type of the result
	 * @param operation what is asked of the store
	 * @param call makes one try
	 * @return the result
	 * @throws CallRefusedException if the circuit breaker is open or the bulkhead full
	 * @throws OutcomeUnknownException if it is not known whether a call that must not be
	 * repeated was done
	 * @throws org.springframework.dao.DataAccessException if the last try failed
	 */
	<T extends @Nullable Object> T call(Operation operation, StoreCall<T> call);

	/**
	 * Make a call without keeping the caller waiting. It fails with what
	 * {@link #call(Operation, StoreCall)} throws; at the deadline with
	 * {@link org.springframework.dao.QueryTimeoutException}, whether or not the transport
	 * keeps it. To cancel the result cancels the try under way and those to come.
	 * @param <T> the type of the result
	 * @param operation what is asked of the store
	 * @param call begins one try
	 * @return the result to come
	 */
	<T extends @Nullable Object> CompletableFuture<T> callAsync(Operation operation, AsyncStoreCall<T> call);

	/**
	 * Return the circuit breaker, to ask for its state.
	 * @return the circuit breaker, or {@code null} if there is none
	 */
	default @Nullable CircuitBreaker circuitBreaker() {
		return null;
	}

	/**
	 * Return the policies of this door, for people to look at.
	 * @return the policies
	 */
	default Policies policies() {
		return new Policies(new Policies.Rules(Timeouts.none(), null), Map.of(), circuitBreaker(), null);
	}

	/**
	 * Return a door without policies: one try, no observation, no time-out but that of
	 * the operation.
	 * @return the door
	 */
	static StoreCalls direct() {
		return builder("direct", "direct").build();
	}

	/**
	 * Begin a door with policies.
	 * @param store the name that the application gave to the store
	 * @param system the name of the system, such as {@code weaviate}
	 * @return a builder without any policy yet
	 */
	static StoreCallsBuilder builder(String store, String system) {
		return new StoreCallsBuilder(store, system);
	}

}
