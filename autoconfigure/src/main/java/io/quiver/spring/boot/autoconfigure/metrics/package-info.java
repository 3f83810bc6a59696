/**
 * Meters of stores in the application's registry.
 */
@NullMarked
package io.quiver.spring.boot.autoconfigure.metrics;

import org.jspecify.annotations.NullMarked;
