/**
 * Clients of stores that speak HTTP.
 */
@NullMarked
package io.quiver.spring.boot.autoconfigure.http;

import org.jspecify.annotations.NullMarked;
