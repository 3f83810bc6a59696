package io.quiver.data.repository.query;

import io.quiver.data.core.query.Nearest;
import io.quiver.data.core.query.SimilarityRange;

import org.springframework.data.domain.Vector;

/**
 * The {@code Near} or {@code Within} of a method's name.
 *
 * @param property the vector property
 * @param argument the place of the vector, or of the text that stands for it
 * @param within whether similarities are bounded by the name itself
 * @param bounds what similarities are accepted
 * @author Quiver
 */
record Near(String property, int argument, boolean within, ScoreBounds bounds) {

	/**
	 * Return whether a parameter can say where to search. A list of numbers cannot: that
	 * would be boxed for each search.
	 * @param parameter the parameter
	 * @return whether it is a vector, an array or a text
	 */
	static boolean accepts(VectorParameter parameter) {
		return parameter.is(Vector.class) || parameter.getType() == float[].class
				|| parameter.getType() == double[].class || parameter.getType() == String.class;
	}

	Nearest nearest(Arguments arguments) {
		Object point = arguments.required(this.argument);
		if (point instanceof String text) {
			return Nearest.to(this.property, text);
		}
		if (point instanceof float[] components) {
			return Nearest.to(this.property, Vector.of(components));
		}
		if (point instanceof double[] components) {
			return Nearest.to(this.property, Vector.of(components));
		}
		return Nearest.to(this.property, (Vector) point);
	}

	SimilarityRange range(Arguments arguments) {
		return this.bounds.bind(arguments);
	}

}
