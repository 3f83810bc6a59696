package io.quiver.store.seekdb.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.quiver.data.store.Column.VectorColumn;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * A vector with a value for each of its elements.
 *
 * @author Quiver
 * @since 0.1
 */
public final class DenseVector implements QueryVector {

	private final float[] elements;

	private DenseVector(float[] elements) {
		this.elements = elements;
	}

	/**
	 * Return a vector.
	 * @param elements the elements, at least one, all of them finite; they are copied
	 * @return the vector
	 */
	public static DenseVector of(float... elements) {
		return new DenseVector(checked(elements.clone()));
	}

	private static float[] checked(float[] elements) {
		Given.check(elements.length > 0, "'elements' must not be empty");
		Given.check(VectorColumn.isFinite(elements), "The elements of a vector must be finite");
		return elements;
	}

	/**
	 * Return the vector of a text such as the server writes it.
	 * @param text the text, such as {@code [0.5,2]}
	 * @return the vector
	 * @throws InvalidDataAccessApiUsageException if the text is not of this form
	 */
	public static DenseVector parse(String text) {
		return parse(text.strip().getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Return the vector of a text such as the server writes it, in the bytes that
	 * {@link java.sql.ResultSet#getBytes} gives of it, which spares a string.
	 * @param text the text, such as {@code [0.5,2]}
	 * @return the vector
	 * @throws InvalidDataAccessApiUsageException if the text is not of this form
	 */
	public static DenseVector parse(byte[] text) {
		return new DenseVector(checked(VectorText.parse(text)));
	}

	static float element(String text) {
		try {
			return Float.parseFloat(text);
		}
		catch (NumberFormatException ex) {
			throw new InvalidDataAccessApiUsageException("No element of a vector: '" + text + "'", ex);
		}
	}

	/**
	 * Return the elements.
	 * @return a copy of them
	 */
	public float[] elements() {
		return this.elements.clone();
	}

	/**
	 * Return the number of elements.
	 * @return the dimension
	 */
	public int dimension() {
		return this.elements.length;
	}

	@Override
	public boolean zero() {
		for (float element : this.elements) {
			if (element != 0) {
				return false;
			}
		}
		return true;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof DenseVector vector && Arrays.equals(this.elements, vector.elements);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(this.elements);
	}

	@Override
	public String toString() {
		return "a vector of " + this.elements.length + " elements";
	}

}
