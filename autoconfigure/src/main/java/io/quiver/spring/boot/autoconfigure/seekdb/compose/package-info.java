/**
 * Where OceanBase seekdb is when Docker Compose runs it.
 */
@NullMarked
package io.quiver.spring.boot.autoconfigure.seekdb.compose;

import org.jspecify.annotations.NullMarked;
