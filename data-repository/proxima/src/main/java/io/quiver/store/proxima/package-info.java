/**
 * Proxima BE: its client with all that the system can do, over gRPC or HTTP, and the
 * store above it.
 *
 * <h2>Rooms</h2>
 * <ul>
 * <li>{@link io.quiver.store.proxima.ProximaClient} is the system with all its power, in
 * the words of {@link io.quiver.store.proxima.model}.</li>
 * <li>{@code ProximaCalls} makes calls in the words of the wire, for the client and the
 * store alike, so that rows are turned once: through the door, or as single exchanges
 * within one of its tries. {@code GreetedServer} below it asks for the version
 * first.</li>
 * <li>{@code ...Messages} make what is sent, {@code ...Answers} read what comes back, and
 * {@code VectorPacking} makes bytes of vectors.</li>
 * <li>{@link io.quiver.store.proxima.grpc} and {@link io.quiver.store.proxima.http} carry
 * messages and translate what goes wrong on the way; what the server says stands in a
 * status, and {@code ProximaErrors} translates that.</li>
 * </ul>
 *
 * <h2>What may be repeated</h2>
 * <p>
 * Reads, updates, deletions and drops. What is gone at the second try counts as deleted
 * by the first. A write with an insert, and creating a collection, may be repeated only
 * where it is certain that nothing was sent or done: no connection came about, the
 * version could not be asked for, or the server refused the request as a whole because
 * the collection is suspended or the rate limit exceeded.
 */
@NullMarked
package io.quiver.store.proxima;

import org.jspecify.annotations.NullMarked;
