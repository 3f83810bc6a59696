/**
 * The calls over HTTP, in the server's dialect of JSON.
 */
@NullMarked
package io.quiver.store.proxima.http;

import org.jspecify.annotations.NullMarked;
