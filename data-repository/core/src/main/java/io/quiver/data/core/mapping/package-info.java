/**
 * How a class becomes a collection: annotations and the mapping metadata made of them.
 */
@org.jspecify.annotations.NullMarked
package io.quiver.data.core.mapping;
