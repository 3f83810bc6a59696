/**
 * OceanBase seekdb: its client with all that the system can do, over JDBC, and the store
 * above it.
 */
@NullMarked
package io.quiver.store.seekdb;

import org.jspecify.annotations.NullMarked;
