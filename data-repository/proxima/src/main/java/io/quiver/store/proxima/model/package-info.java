/**
 * What is asked of Proxima BE and what it answers, as immutable values.
 */
@NullMarked
package io.quiver.store.proxima.model;

import org.jspecify.annotations.NullMarked;
