/**
 * What stands behind a repository interface.
 */
@org.jspecify.annotations.NullMarked
package io.quiver.data.repository.support;
