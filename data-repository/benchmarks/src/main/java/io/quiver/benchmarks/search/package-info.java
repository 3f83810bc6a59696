/**
 * Nearest neighbours: the repository beside what a user could take instead.
 */
@org.jspecify.annotations.NullMarked
package io.quiver.benchmarks.search;
