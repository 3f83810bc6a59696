/**
 * What stores tell Micrometer beside their observations. Needs {@code micrometer-core},
 * which is optional.
 */
@NullMarked
package io.quiver.data.policy.micrometer;

import org.jspecify.annotations.NullMarked;
