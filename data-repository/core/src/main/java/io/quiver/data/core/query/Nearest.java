package io.quiver.data.core.query;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Vector;

/**
 * The point whose neighbours are wanted: a vector, or a text that a
 * {@link io.quiver.data.core.TextEmbedder} turns into one.
 *
 * @param property the vector property that is compared
 * @param vector the point, of the property's dimension; {@code null} if the text stands
 * for it
 * @param text the text, or {@code null} if the vector is given
 * @author Quiver
 * @since 0.1
 */
public record Nearest(String property, @Nullable Vector vector, @Nullable String text) {

	public Nearest {
		if ((vector == null) == (text == null)) {
			throw new IllegalArgumentException(
					"Either a vector or a text must be given to search near '%s'".formatted(property));
		}
	}

	public static Nearest to(String property, Vector vector) {
		return new Nearest(property, vector, null);
	}

	public static Nearest to(String property, String text) {
		return new Nearest(property, null, text);
	}

}
