/**
 * What client and repository on seekdb cost beside JDBC by hand.
 */
@org.jspecify.annotations.NullMarked
package io.quiver.benchmarks.seekdb;
