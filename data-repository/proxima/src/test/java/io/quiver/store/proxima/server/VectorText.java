package io.quiver.store.proxima.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A vector, or several, as JSON text.
 *
 * @author Quiver
 * @param lengths how long each inner array is; empty if the numbers stand in the outer
 * one
 * @param numbers all numbers, one after the other
 */
record VectorText(List<Integer> lengths, List<Number> numbers) {

	/** Read the text, unless it is something else than an array of numbers or of such. */
	static Optional<VectorText> parse(String text) {
		return JsonParser.parse(text).filter(List.class::isInstance).map(List.class::cast).flatMap(VectorText::of);
	}

	private static Optional<VectorText> of(List<?> array) {
		boolean nested = !array.isEmpty() && array.get(0) instanceof List;
		List<Integer> lengths = new ArrayList<>();
		List<Number> numbers = new ArrayList<>();
		for (Object member : array) {
			if (nested != member instanceof List) {
				return Optional.empty();
			}
			List<?> inner = nested ? (List<?>) member : List.of(member);
			if (!inner.stream().allMatch(Number.class::isInstance)) {
				return Optional.empty();
			}
			inner.forEach((number) -> numbers.add((Number) number));
			if (nested) {
				lengths.add(inner.size());
			}
		}
		return Optional.of(new VectorText(lengths, numbers));
	}

	/**
	 * Whether this is one vector of that many numbers, or several, each in an array of
	 * its own.
	 */
	boolean isMatrixOf(long length) {
		if (this.lengths.isEmpty()) {
			return this.numbers.size() == length && length > 0;
		}
		return this.lengths.stream().allMatch((each) -> each == length);
	}

}
