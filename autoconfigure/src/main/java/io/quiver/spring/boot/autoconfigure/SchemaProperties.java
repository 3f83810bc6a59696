package io.quiver.spring.boot.autoconfigure;

import io.quiver.data.core.SchemaPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What is done about the collections of entities.
 *
 * @param mode Whether a missing collection is created, or only compared with its entity,
 * or neither. By default, create on an embedded store and validate on a remote one.
 * @param when Whether that is done before the first call on a collection or when the
 * application starts. By default, first-use.
 * @author Quiver
 * @since 0.1
 */
public record SchemaProperties(SchemaPolicy.@Nullable Mode mode, SchemaPolicy.@Nullable When when) {
}
