/**
 * What every kind of store tells auto-configuration of itself.
 */
@NullMarked
package io.quiver.spring.boot.autoconfigure.kind;

import org.jspecify.annotations.NullMarked;
