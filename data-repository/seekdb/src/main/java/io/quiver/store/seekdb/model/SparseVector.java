package io.quiver.store.seekdb.model;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * A vector most of whose elements are zero. It is stored to the last bit, and comes back
 * from the server with six digits of each element.
 *
 * @param elements the elements that are not, by their places, 0 to 500000; all of them
 * finite
 * @author Quiver
 * @since 0.1
 */
public record SparseVector(SortedMap<Integer, Float> elements) implements QueryVector {

	/** The greatest place of an element. */
	public static final int MAX_PLACE = 500_000;

	public SparseVector {
		elements = Collections.unmodifiableSortedMap(new TreeMap<>(elements));
		elements.forEach((place, element) -> {
			Given.check(place >= 0 && place <= MAX_PLACE,
					"The place of an element must be between 0 and " + MAX_PLACE + ", not " + place);
			Given.check(Float.isFinite(element), "The elements of a vector must be finite");
		});
	}

	/**
	 * Return a vector.
	 * @param elements the elements that are not zero, by their places
	 * @return the vector
	 */
	public static SparseVector of(Map<Integer, Float> elements) {
		return new SparseVector(new TreeMap<>(elements));
	}

	/**
	 * Return the vector of a text such as the server writes it.
	 * @param text the text, such as <code>{1:0.5,7:2}</code>
	 * @return the vector
	 * @throws InvalidDataAccessApiUsageException if the text is not of this form
	 */
	public static SparseVector parse(String text) {
		String inner = text.strip();
		Given.check(inner.startsWith("{") && inner.endsWith("}"), "No sparse vector: it must be such as {1:0.5}");
		inner = inner.substring(1, inner.length() - 1).strip();
		SortedMap<Integer, Float> elements = new TreeMap<>();
		for (String element : (inner.isEmpty()) ? new String[0] : inner.split(",")) {
			int colon = element.indexOf(':');
			Given.check(colon > 0, "No sparse vector: '" + element + "' has no place and ':'");
			elements.put(place(element.substring(0, colon).strip()), DenseVector.element(element.substring(colon + 1)));
		}
		return new SparseVector(elements);
	}

	private static Integer place(String text) {
		try {
			return Integer.valueOf(text);
		}
		catch (NumberFormatException ex) {
			throw new InvalidDataAccessApiUsageException("No place of an element: '" + text + "'", ex);
		}
	}

	@Override
	public boolean zero() {
		return this.elements.values().stream().allMatch((element) -> element == 0);
	}

	/**
	 * Return the vector as the server reads it.
	 * @return such as <code>{1:0.5,7:2.0}</code>
	 */
	@Override
	public String toString() {
		StringBuilder text = new StringBuilder("{");
		this.elements.forEach((place,
				element) -> text.append((text.length() > 1) ? "," : "").append(place).append(':').append(element));
		return text.append('}').toString();
	}

}
