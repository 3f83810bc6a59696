package io.quiver.store.seekdb.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Something that is computed of each row and returned beside its fields.
 *
 * @param name the name by which it is returned
 * @param text SQL of the caller's, in which the caller quotes the names, with a {@code ?}
 * for each value. Semicolons, comments and backslashes are refused
 * @param values the values, in order
 * @author Quiver
 * @since 0.1
 */
public record OutputExpression(String name, String text, List<@Nullable Object> values) {

	public OutputExpression {
		Assert.hasText(name, "'name' must not be empty");
		SqlText.check(text, values.size());
		values = Collections.unmodifiableList(new ArrayList<>(values));
	}

	/**
	 * Return an expression.
	 * @param name the name by which it is returned
	 * @param text the expression, such as {@code price * ?}
	 * @param values the values, in order
	 * @return the expression
	 */
	public static OutputExpression of(String name, String text, @Nullable Object... values) {
		return new OutputExpression(name, text, Arrays.asList(values));
	}

}
