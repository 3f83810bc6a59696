/**
 * {@code VectorRepository}, the layer that derives queries from method names.
 */
@org.jspecify.annotations.NullMarked
package io.quiver.data.repository;
