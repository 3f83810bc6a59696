/**
 * Auto-configuration of stores, templates and repositories from {@code quiver.*}. Alone,
 * with its sub-packages, in knowing Spring Boot.
 * <p>
 * A kind of store has a room of its own, {@code autoconfigure.<kind>}, with the same two
 * public names everywhere: {@code XProperties}, the group below
 * {@code quiver.stores.<name>.<kind>}, and {@code XStoreSupport}, which turns it into a
 * client and a store. Its line in {@code StoreProperties} and the one in
 * {@code StoreKinds} plug it in.
 */
@NullMarked
package io.quiver.spring.boot.autoconfigure;

import org.jspecify.annotations.NullMarked;
