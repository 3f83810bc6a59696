/**
 * What health and endpoint need to look at the stores of an application: which there are,
 * questions that keep nobody waiting, and values that are safe to show.
 */
@NullMarked
package io.quiver.spring.boot.autoconfigure.inspect;

import org.jspecify.annotations.NullMarked;
