/**
 * What client and repository on Proxima BE cost beside its generated stub.
 */
@org.jspecify.annotations.NullMarked
package io.quiver.benchmarks.proxima;
