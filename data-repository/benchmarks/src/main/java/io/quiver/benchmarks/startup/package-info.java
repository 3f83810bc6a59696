/**
 * What the starter adds to the start of an application.
 */
@org.jspecify.annotations.NullMarked
package io.quiver.benchmarks.startup;
