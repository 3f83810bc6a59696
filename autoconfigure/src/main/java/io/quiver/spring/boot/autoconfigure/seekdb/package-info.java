/**
 * The room of OceanBase seekdb.
 */
@NullMarked
package io.quiver.spring.boot.autoconfigure.seekdb;

import org.jspecify.annotations.NullMarked;
