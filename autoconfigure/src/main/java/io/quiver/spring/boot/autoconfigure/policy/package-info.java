/**
 * The policies of stores: their properties, which are read, judged and turned into the
 * door of each store.
 */
@NullMarked
package io.quiver.spring.boot.autoconfigure.policy;

import org.jspecify.annotations.NullMarked;
