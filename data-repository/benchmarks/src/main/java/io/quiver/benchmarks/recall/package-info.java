/**
 * What two stores find of the same sentences, and how similar they say these are.
 */
@org.jspecify.annotations.NullMarked
package io.quiver.benchmarks.recall;
