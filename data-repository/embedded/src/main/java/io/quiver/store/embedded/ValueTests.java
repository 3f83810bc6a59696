package io.quiver.store.embedded;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

import io.quiver.data.core.query.Filter.Operator;
import io.quiver.data.core.query.Filter.Position;
import org.jspecify.annotations.Nullable;

/**
 * Conditions on values that were read.
 *
 * @author Quiver
 */
final class ValueTests {

	private ValueTests() {
	}

	static boolean holds(Operator operator, byte[] value, byte[] other) {
		int order = Arrays.compareUnsigned(value, other);
		return switch (operator) {
			case EQ -> order == 0;
			case LT -> order < 0;
			case LTE -> order <= 0;
			case GT -> order > 0;
			case GTE -> order >= 0;
		};
	}

	static Predicate<String> text(Position position, String text, boolean ignoreCase) {
		Function<String, String> form = (ignoreCase) ? ValueTests::lowerCase : Function.identity();
		String part = form.apply(text);
		return switch (position) {
			case PREFIX -> (value) -> form.apply(value).startsWith(part);
			case SUFFIX -> (value) -> form.apply(value).endsWith(part);
			case ANYWHERE -> (value) -> form.apply(value).contains(part);
		};
	}

	static Predicate<String> equalsIgnoreCase(String text) {
		String lower = lowerCase(text);
		return (value) -> lowerCase(value).equals(lower);
	}

	/** Return a test of strings that holds for no other value. */
	static Predicate<@Nullable Object> ofStrings(Predicate<String> test) {
		return (value) -> value instanceof String text && test.test(text);
	}

	static Predicate<@Nullable Object> anyElement(Predicate<@Nullable Object> test) {
		return (value) -> value instanceof List<?> list && list.stream().anyMatch(test);
	}

	private static String lowerCase(String text) {
		int[] lower = text.codePoints().map(Character::toLowerCase).toArray();
		return new String(lower, 0, lower.length);
	}

}
