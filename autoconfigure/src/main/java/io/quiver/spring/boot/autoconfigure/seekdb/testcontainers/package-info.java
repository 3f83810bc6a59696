/**
 * Where OceanBase seekdb is when Testcontainers runs it.
 */
@NullMarked
package io.quiver.spring.boot.autoconfigure.seekdb.testcontainers;

import org.jspecify.annotations.NullMarked;
