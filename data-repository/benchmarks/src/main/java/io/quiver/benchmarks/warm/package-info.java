/**
 * What comes before anything is measured.
 */
@org.jspecify.annotations.NullMarked
package io.quiver.benchmarks.warm;
