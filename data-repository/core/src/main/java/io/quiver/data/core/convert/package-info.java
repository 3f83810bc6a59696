/**
 * Entity to row and row to entity, with everything looked up once at the start.
 */
@org.jspecify.annotations.NullMarked
package io.quiver.data.core.convert;
