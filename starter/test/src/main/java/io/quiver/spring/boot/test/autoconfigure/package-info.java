/**
 * A test of entities and repositories alone, on stores in memory.
 */
@NullMarked
package io.quiver.spring.boot.test.autoconfigure;

import org.jspecify.annotations.NullMarked;
