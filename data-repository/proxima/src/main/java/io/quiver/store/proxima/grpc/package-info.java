/**
 * The calls over gRPC.
 */
@NullMarked
package io.quiver.store.proxima.grpc;

import org.jspecify.annotations.NullMarked;
