package io.quiver.store.seekdb.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;

import io.quiver.store.seekdb.model.Condition.Operator;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A field, or a part of one of JSON, about which a condition is made. Numbers are
 * compared with numbers and texts with texts: anything else is refused when it is asked
 * for.
 *
 * @param name the name of the field
 * @param path where the part is in the JSON, or {@code null} for the field as it is
 * @author Quiver
 * @since 0.1
 */
public record ConditionField(String name, @Nullable String path) {

	public ConditionField {
		Assert.hasText(name, "'name' must not be empty");
		Assert.isTrue(path == null || path.startsWith("$"),
				() -> "'path' must begin with '$', such as '$.author', and not be '" + path + "'");
	}

	/**
	 * Return the condition that the field has a value.
	 * @param value the value
	 * @return the condition
	 */
	public Condition equalTo(Object value) {
		return compared(Operator.EQUAL, value);
	}

	/**
	 * Return the condition that the field has another value. It is not true of a row
	 * without one.
	 * @param value the value
	 * @return the condition
	 */
	public Condition notEqualTo(Object value) {
		return compared(Operator.NOT_EQUAL, value);
	}

	/**
	 * Return the condition that the field is less than a value.
	 * @param value the value
	 * @return the condition
	 */
	public Condition lessThan(Object value) {
		return compared(Operator.LESS, value);
	}

	/**
	 * Return the condition that the field is at most a value.
	 * @param value the value
	 * @return the condition
	 */
	public Condition atMost(Object value) {
		return compared(Operator.LESS_OR_EQUAL, value);
	}

	/**
	 * Return the condition that the field is greater than a value.
	 * @param value the value
	 * @return the condition
	 */
	public Condition greaterThan(Object value) {
		return compared(Operator.GREATER, value);
	}

	/**
	 * Return the condition that the field is at least a value.
	 * @param value the value
	 * @return the condition
	 */
	public Condition atLeast(Object value) {
		return compared(Operator.GREATER_OR_EQUAL, value);
	}

	/**
	 * Return the condition that the field has a pattern.
	 * @param pattern the pattern, in which {@code %} is any text, {@code _} any character
	 * and a backslash takes their meaning from them
	 * @return the condition
	 */
	public Condition like(String pattern) {
		return compared(Operator.LIKE, pattern);
	}

	/**
	 * Return the condition that the field has one of several values.
	 * @param values the values
	 * @return the condition
	 */
	public Condition in(Object... values) {
		return in(Arrays.asList(values));
	}

	/**
	 * Return the condition that the field has one of several values.
	 * @param values the values
	 * @return the condition
	 */
	public Condition in(Collection<?> values) {
		return new Condition.Among(this, new ArrayList<>(values));
	}

	/**
	 * Return the condition that the field has no value.
	 * @return the condition
	 */
	public Condition isNull() {
		return new Condition.Absence(this);
	}

	/**
	 * Return the condition that the field has a value.
	 * @return the condition
	 */
	public Condition isNotNull() {
		return isNull().not();
	}

	/**
	 * Return the condition that the JSON is an array with a value among its elements, or
	 * is the value. An array within the array is not looked into.
	 * @param value a text, a number or a boolean; or a map or a list, all the parts of
	 * which the JSON must have, at any place
	 * @return the condition
	 */
	public Condition contains(Object value) {
		return new Condition.Containment(this, value);
	}

	private Condition compared(Operator operator, Object value) {
		return new Condition.Comparison(this, operator, value);
	}

}
