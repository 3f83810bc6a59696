/**
 * Proxima BE: its client with all that the system can do, over gRPC or HTTP, and the
 * store above it.
 */
@NullMarked
package io.quiver.store.proxima;

import org.jspecify.annotations.NullMarked;
