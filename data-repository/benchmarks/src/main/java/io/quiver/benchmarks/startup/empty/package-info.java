/**
 * An application with nothing in it.
 */
@org.jspecify.annotations.NullMarked
package io.quiver.benchmarks.startup.empty;
