/**
 * Faults between a client and its server, and what every remote store does under them.
 * <p>
 * {@link io.quiver.store.contract.fault.FaultProxy} stands in front of a real server and
 * spoils its connections; the server itself is started, killed and restarted through
 * {@link io.quiver.store.contract.fault.TestServer}.
 */
@org.jspecify.annotations.NullMarked
package io.quiver.store.contract.fault;
