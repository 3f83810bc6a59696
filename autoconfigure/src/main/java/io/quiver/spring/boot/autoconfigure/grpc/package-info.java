/**
 * Channels to stores that speak gRPC.
 */
@NullMarked
package io.quiver.spring.boot.autoconfigure.grpc;

import org.jspecify.annotations.NullMarked;
