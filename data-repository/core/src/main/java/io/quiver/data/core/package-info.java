/**
 * Entities in a store: the template, its bulk writer, and text that becomes a vector.
 */
@org.jspecify.annotations.NullMarked
package io.quiver.data.core;
