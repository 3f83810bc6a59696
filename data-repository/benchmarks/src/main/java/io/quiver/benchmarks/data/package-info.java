/**
 * The vectors that every benchmark searches: made once, kept in a file, with their true
 * neighbours.
 */
@org.jspecify.annotations.NullMarked
package io.quiver.benchmarks.data;
