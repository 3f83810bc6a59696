package io.quiver.benchmarks.search;

import io.quiver.data.core.mapping.Field;
import io.quiver.data.core.mapping.VectorCollection;
import io.quiver.data.core.mapping.VectorField;

import org.springframework.data.annotation.Id;

/**
 * What the repository keeps.
 *
 * @param id the number of the row
 * @param body the payload
 * @param half an attribute with 2 values
 * @param tenth an attribute with 10 values
 * @param hundredth an attribute with 100 values
 * @param embedding the vector
 * @author Quiver
 * @since 0.1
 */
@VectorCollection("articles")
public record Article(@Id Long id, @Field(indexed = false) String body, String half, String tenth, String hundredth,
		@VectorField(dimension = 384) float[] embedding) {

	public static Article of(long id, int row, float[] vector) {
		return new Article(id, Scenario.payload(row), Slice.HALF.valueOf(row), Slice.TENTH.valueOf(row),
				Slice.HUNDREDTH.valueOf(row), vector);
	}

	/**
	 * The id alone.
	 *
	 * @param id the number of the row
	 */
	public record OnlyId(Long id) {
	}

	/**
	 * All but the vector.
	 *
	 * @param id the number of the row
	 * @param body the payload
	 * @param half an attribute
	 * @param tenth an attribute
	 * @param hundredth an attribute
	 */
	public record WithoutVector(Long id, String body, String half, String tenth, String hundredth) {
	}

}
