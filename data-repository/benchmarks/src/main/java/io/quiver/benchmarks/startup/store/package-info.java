/**
 * An application with an entity and its repository.
 */
@org.jspecify.annotations.NullMarked
package io.quiver.benchmarks.startup.store;
