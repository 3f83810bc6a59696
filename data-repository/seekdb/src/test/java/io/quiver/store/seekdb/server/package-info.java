/**
 * The real seekdb server for tests: a process of its own on a free port, shared by the
 * test classes of a JVM and ended with it.
 */
@NullMarked
package io.quiver.store.seekdb.server;

import org.jspecify.annotations.NullMarked;
