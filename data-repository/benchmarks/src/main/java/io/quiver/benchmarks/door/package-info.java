/**
 * What the guarded door costs each call of a store.
 */
@org.jspecify.annotations.NullMarked
package io.quiver.benchmarks.door;
