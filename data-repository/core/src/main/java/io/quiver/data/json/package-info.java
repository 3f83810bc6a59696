/**
 * Vectors, scores and search results as JSON, for whoever has Jackson 3.
 */
@NullMarked
package io.quiver.data.json;

import org.jspecify.annotations.NullMarked;
