/**
 * Runs the benchmarks as interleaved pairs and reports their ratios.
 */
@org.jspecify.annotations.NullMarked
package io.quiver.benchmarks;
