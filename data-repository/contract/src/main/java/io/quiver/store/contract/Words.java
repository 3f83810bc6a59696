package io.quiver.store.contract;

import java.util.Arrays;
import java.util.List;

/**
 * Divides a text into words.
 *
 * @author Quiver
 */
final class Words {

	private Words() {
	}

	static List<String> of(String text) {
		return Arrays.stream(ValueOrder.lowerCase(text).split("[^\\p{L}\\p{N}]+"))
			.filter((word) -> !word.isEmpty())
			.toList();
	}

}
