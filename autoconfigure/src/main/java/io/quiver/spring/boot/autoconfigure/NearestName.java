package io.quiver.spring.boot.autoconfigure;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Finds the name that was probably meant.
 *
 * @author Quiver
 */
final class NearestName {

	private NearestName() {
	}

	static Optional<String> of(String typed, Collection<String> known) {
		int limit = Math.max(2, typed.length() / 3);
		return known.stream()
			.filter((name) -> distance(typed, name) <= limit)
			.min(Comparator.comparingInt((name) -> distance(typed, name)));
	}

	private static int distance(String a, String b) {
		int[] previous = new int[b.length() + 1];
		for (int j = 0; j <= b.length(); j++) {
			previous[j] = j;
		}
		for (int i = 1; i <= a.length(); i++) {
			int[] current = new int[b.length() + 1];
			current[0] = i;
			for (int j = 1; j <= b.length(); j++) {
				int replaced = previous[j - 1] + ((a.charAt(i - 1) != b.charAt(j - 1)) ? 1 : 0);
				current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
			}
			previous = current;
		}
		return previous[b.length()];
	}

}
