/**
 * A Proxima BE for tests: both its doors on the loopback interface, the answers that the
 * real server has been recorded to give, and switches for those that tests need besides.
 */
@NullMarked
package io.quiver.store.proxima.server;

import org.jspecify.annotations.NullMarked;
