package io.quiver.data.core;

import java.util.List;

/**
 * Turns text into vectors. A bean of this type lets a text stand wherever a search takes
 * a vector.
 *
 * @author Quiver
 * @since 0.1
 */
@FunctionalInterface
public interface TextEmbedder {

	/**
	 * Turn one text into a vector.
	 * @param text the text
	 * @return the vector, of the dimension of the property that it is compared with
	 */
	float[] embed(String text);

	/**
	 * Turn many texts into vectors, in one call where the model has one.
	 * @param texts the texts
	 * @return as many vectors, in the same order
	 */
	default List<float[]> embedAll(List<String> texts) {
		return texts.stream().map(this::embed).toList();
	}

}
