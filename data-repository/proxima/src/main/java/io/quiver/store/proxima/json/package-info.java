/**
 * JSON as the server writes it and as people write vectors.
 */
@NullMarked
package io.quiver.store.proxima.json;

import org.jspecify.annotations.NullMarked;
