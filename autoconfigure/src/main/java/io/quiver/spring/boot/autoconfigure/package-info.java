/**
 * Auto-configuration of stores, templates and repositories from {@code quiver.*}. Alone,
 * with its sub-packages, in knowing Spring Boot.
 * <p>
 * A kind of store has a room of its own, {@code autoconfigure.<kind>}, with the same two
 * public names everywhere: {@code XProperties}, the group below
 * {@code quiver.stores.<name>.<kind>}, and {@code XStoreSupport}, which turns it into a
 * client and a store. A line in {@code META-INF/spring.factories} plugs it in, be it ours
 * or somebody else's; that in {@code StoreProperties} is for the metadata of ours.
 * <p>
 * What is said of every kind alike stands in {@code policy}: its properties are read and
 * judged there, and become the door that is handed to the client.
 */
@NullMarked
package io.quiver.spring.boot.autoconfigure;

import org.jspecify.annotations.NullMarked;
