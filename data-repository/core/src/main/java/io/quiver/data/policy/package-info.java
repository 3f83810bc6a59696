/**
 * The guarded door of every system: deadlines, retry, circuit breaker, bulkhead and
 * observation of each call that leaves the process, once and in one place.
 * <p>
 * A client makes all its calls through {@link io.quiver.data.policy.StoreCalls
 * StoreCalls}. Outside in: one observation for each call, retry, circuit breaker,
 * bulkhead, the try itself. Waiting between tries holds no permit and, in the
 * asynchronous form, no thread. Retry, breaker and bulkhead are Resilience4j's; what may
 * be repeated is decided here, by the operation's {@link io.quiver.data.policy.Safety
 * Safety} and the kind of failure:
 * <ul>
 * <li>{@link io.quiver.data.policy.NotSentException NotSentException}: repeated, whatever
 * the call does</li>
 * <li>{@link io.quiver.data.policy.UnfinishedException UnfinishedException}: repeated
 * too, for what was left; {@code Writes} of the port sends single rows again by it</li>
 * <li>any other {@link org.springframework.dao.TransientDataAccessException}: repeated if
 * the call may be done twice; of a call that may not,
 * {@link io.quiver.data.policy.OutcomeUnknownException OutcomeUnknownException} tells
 * that nobody knows</li>
 * <li>all else, such as bad input, duplicates and version conflicts: an answer, which is
 * neither repeated nor counted against the system</li>
 * </ul>
 */
@NullMarked
package io.quiver.data.policy;

import org.jspecify.annotations.NullMarked;
