/**
 * The room of Proxima BE.
 */
@NullMarked
package io.quiver.spring.boot.autoconfigure.proxima;

import org.jspecify.annotations.NullMarked;
