/**
 * The suites that every store passes, and the reference store that shows what they mean.
 * <p>
 * A store is held to them by three small test classes:
 *
 * <pre class="code">
 * class AcmeRowStoreTests extends RowStoreContract {
 *
 *     &#64;Override
 *     protected RowStore open(String name) {
 *         return new AcmeStore(name, AcmeClient.connect(address));
 *     }
 *
 * }
 * </pre>
 *
 * and the same for {@link io.quiver.store.contract.VectorTemplateContract} and
 * {@link io.quiver.store.contract.VectorRepositoryContract}. Which tests there are
 * follows from what {@link io.quiver.data.store.RowStore#kind()} declares: what is
 * declared is proved, what is not must be refused, and a kind that declares less than
 * {@code LeastAbilities} demands of its name fails.
 * <p>
 * A store of a remote system is also held to
 * {@link io.quiver.store.contract.fault.FaultContract}.
 */
@org.jspecify.annotations.NullMarked
package io.quiver.store.contract;
