/**
 * Faults between a client and its server, and what every remote store does under them.
 * <p>
 * {@link io.quiver.store.contract.fault.FaultProxy FaultProxy} stands in front of a real
 * server, a {@link io.quiver.store.contract.fault.TestServer TestServer}, and spoils its
 * connections. A store is held to {@link io.quiver.store.contract.fault.FaultContract
 * FaultContract} by a test class that starts the server and connects the client:
 *
 * <pre class="code">
 * class AcmeFaultTests extends FaultContract {
 *
 *     &#64;Override
 *     protected TestServer server() {
 *         return AcmeServer.running();
 *     }
 *
 *     &#64;Override
 *     protected GuardedClient connect(InetSocketAddress address, Timeouts timeouts, StoreCalls calls) {
 *         return new AcmeGuardedClient(new AcmeClient(address, timeouts.connect(), calls));
 *     }
 *
 * }
 * </pre>
 *
 * Only a call that was late is measured again, twice, since that can be a busy machine.
 * All else fails at once.
 */
@org.jspecify.annotations.NullMarked
package io.quiver.store.contract.fault;
