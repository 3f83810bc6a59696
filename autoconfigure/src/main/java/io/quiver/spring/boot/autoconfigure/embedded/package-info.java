/**
 * The room of the embedded store.
 */
@NullMarked
package io.quiver.spring.boot.autoconfigure.embedded;

import org.jspecify.annotations.NullMarked;
