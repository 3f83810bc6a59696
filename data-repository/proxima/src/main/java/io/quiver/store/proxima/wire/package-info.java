/**
 * What lies between the client and the two transports: the nine calls of Proxima BE, and
 * how one of them is made. For the rooms of this module only.
 */
@NullMarked
package io.quiver.store.proxima.wire;

import org.jspecify.annotations.NullMarked;
