package io.quiver.data.store;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a store knows of a collection, or finds out in a moment.
 *
 * @param rows how many rows there are, or {@code null} if only a count would tell that
 * takes longer
 * @param sizeInBytes how much room they take, or {@code null} if the store does not say
 * @param details the store's own figures under its own names
 * @author Quiver
 * @since 0.1
 */
public record CollectionStats(@Nullable Long rows, @Nullable Long sizeInBytes, Map<String, Object> details) {

	public CollectionStats {
		details = Map.copyOf(details);
	}

}
