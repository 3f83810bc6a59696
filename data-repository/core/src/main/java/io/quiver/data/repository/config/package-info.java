/**
 * How repository interfaces are found.
 */
@org.jspecify.annotations.NullMarked
package io.quiver.data.repository.config;
