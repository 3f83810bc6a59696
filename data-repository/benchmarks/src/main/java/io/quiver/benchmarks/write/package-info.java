/**
 * Acknowledged writes: each is on the disk when its call returns.
 */
@org.jspecify.annotations.NullMarked
package io.quiver.benchmarks.write;
