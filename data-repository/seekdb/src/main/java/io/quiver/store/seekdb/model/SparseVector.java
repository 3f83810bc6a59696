package io.quiver.store.seekdb.model;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.springframework.util.Assert;

/**
 * A vector most of whose elements are zero.
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
			Assert.isTrue(place >= 0 && place <= MAX_PLACE,
					() -> "The place of an element must be between 0 and " + MAX_PLACE + ", not " + place);
			Assert.isTrue(Float.isFinite(element), () -> "The elements of a vector must be finite, not " + element);
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
	 * @throws IllegalArgumentException if the text is not of this form
	 */
	public static SparseVector parse(String text) {
		String inner = text.strip();
		Assert.isTrue(inner.startsWith("{") && inner.endsWith("}"), () -> "No sparse vector: " + text);
		inner = inner.substring(1, inner.length() - 1).strip();
		SortedMap<Integer, Float> elements = new TreeMap<>();
		for (String element : (inner.isEmpty()) ? new String[0] : inner.split(",")) {
			int colon = element.indexOf(':');
			Assert.isTrue(colon > 0, () -> "No sparse vector: " + text);
			elements.put(Integer.valueOf(element.substring(0, colon).strip()),
					Float.valueOf(element.substring(colon + 1).strip()));
		}
		return new SparseVector(elements);
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
