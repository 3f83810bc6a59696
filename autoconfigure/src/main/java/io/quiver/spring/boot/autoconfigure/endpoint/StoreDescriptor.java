package io.quiver.spring.boot.autoconfigure.endpoint;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One store.
 *
 * @param kind the kind, such as {@code embedded}; {@code null} if it is not known yet
 * @param initialized whether the store has been made; one that is lazy is not made for
 * this endpoint, and all below is missing
 * @param primary whether it is the one that is meant where none is named
 * @param details what the store tells of itself, such as its version and address
 * @param abilities what it can do
 * @param policies how its calls are limited and repeated, if that is known
 * @param collections its collections by name, as far as it has told them in time
 * @param error why the store has not told all, in one line; {@code null} if it has
 * @author Quiver
 * @since 0.1
 */
public record StoreDescriptor(@Nullable String kind, boolean initialized, @Nullable Boolean primary,
		@Nullable Map<String, Object> details, @Nullable AbilitiesDescriptor abilities,
		@Nullable PoliciesDescriptor policies, @Nullable Map<String, CollectionDescriptor> collections,
		@Nullable String error) {

	static StoreDescriptor waiting(String kind) {
		return new StoreDescriptor((kind.isEmpty()) ? null : kind, false, null, null, null, null, null, null);
	}

}
