/**
 * Vectors and search results in the application's JSON.
 */
@NullMarked
package io.quiver.spring.boot.autoconfigure.jackson;

import org.jspecify.annotations.NullMarked;
