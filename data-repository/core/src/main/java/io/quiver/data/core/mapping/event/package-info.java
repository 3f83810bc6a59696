/**
 * Callbacks around the storing and reading of entities.
 */
@org.jspecify.annotations.NullMarked
package io.quiver.data.core.mapping.event;
