package io.quiver.data.core.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

import org.springframework.util.Assert;

/**
 * A condition on the fields of a row. In an application's hands a field is a property
 * path of the entity; in a store's hands it is the name of a column, and values have the
 * column's type. A path below a column of free metadata is {@code <column>.<key>}.
 * <p>
 * Logic is two-valued on every store: a field that is null satisfies only {@link IsNull},
 * and {@link Not} is the plain complement, so that "not equal to x" holds for a row whose
 * field is null.
 * <p>
 * Strings compare by Unicode code points, case-sensitively unless asked otherwise; case
 * is ignored by the small letter of each code point. In free metadata numbers compare by
 * value, whether whole or not, and a value of another type than the filter's satisfies no
 * comparison. Lists are asked by {@link Contains} and {@link IsNull} only, bytes, vectors
 * and metadata as a whole by {@link IsNull} only.
 *
 * @author Quiver
 * @since 0.1
 */
public sealed interface Filter {

	/**
	 * Start a condition on a field.
	 * @param field the property path
	 * @return the field, to be compared with something
	 */
	static Field where(String field) {
		return new Field(field);
	}

	/**
	 * Return a condition that holds where all the given ones hold.
	 * @param filters the conditions; none of them holds for every row
	 * @return the conjunction
	 */
	static Filter and(Filter... filters) {
		Assert.noNullElements(filters, "'filters' must not contain null");
		return (filters.length == 1) ? filters[0]
				: new And(flat(filters, (filter) -> (filter instanceof And and) ? and.filters() : List.of(filter)));
	}

	/**
	 * Return a condition that holds where at least one of the given ones holds.
	 * @param filters the conditions; none of them holds for no row
	 * @return the disjunction
	 */
	static Filter or(Filter... filters) {
		Assert.noNullElements(filters, "'filters' must not contain null");
		return (filters.length == 1) ? filters[0]
				: new Or(flat(filters, (filter) -> (filter instanceof Or or) ? or.filters() : List.of(filter)));
	}

	/**
	 * A condition built up step by step stays one list, however many steps there are.
	 */
	private static List<Filter> flat(Filter[] filters, Function<Filter, List<Filter>> parts) {
		return Arrays.stream(filters).map(parts).flatMap(List::stream).toList();
	}

	/**
	 * Return a condition that holds where the given one does not.
	 * @param filter the condition
	 * @return the complement
	 */
	static Filter not(Filter filter) {
		return new Not(filter);
	}

	/**
	 * Holds where all conditions hold.
	 *
	 * @param filters the conditions
	 */
	record And(List<Filter> filters) implements Filter {

		public And {
			filters = List.copyOf(filters);
		}

	}

	/**
	 * Holds where at least one condition holds.
	 *
	 * @param filters the conditions
	 */
	record Or(List<Filter> filters) implements Filter {

		public Or {
			filters = List.copyOf(filters);
		}

	}

	/**
	 * Holds where a condition does not.
	 *
	 * @param filter the condition
	 */
	record Not(Filter filter) implements Filter {

		public Not {
			Assert.notNull(filter, "'filter' must not be null");
		}

	}

	/**
	 * Compares a field with a value.
	 *
	 * @param field the field
	 * @param operator the comparison
	 * @param value the value on its right, of the field's type
	 * @param ignoreCase whether the case of strings is ignored; allowed for
	 * {@link Operator#EQ} on strings only
	 */
	record Comparison(String field, Operator operator, Object value, boolean ignoreCase) implements Filter {
	}

	/**
	 * Holds where a field equals one of several values.
	 *
	 * @param field the field
	 * @param values the values; none holds for no row
	 */
	record In(String field, List<?> values) implements Filter {

		public In {
			Assert.noNullElements(values, () -> "The values of '" + field
					+ "' must not contain null; leave it out, and add or(..., where(field).isNull()) to find null, too");
			values = List.copyOf(values);
		}

	}

	/**
	 * Looks for a text inside a string field, literally: no character of it has a meaning
	 * of its own.
	 *
	 * @param field the field
	 * @param position where the text must stand
	 * @param text the text
	 * @param ignoreCase whether case is ignored
	 */
	record Text(String field, Position position, String text, boolean ignoreCase) implements Filter {

		public Text {
			Assert.notNull(text, () -> "The text to find in '" + field + "' must not be null");
		}

	}

	/**
	 * Holds where a list field has an element.
	 *
	 * @param field the field
	 * @param element the element, of the list's element type
	 */
	record Contains(String field, Object element) implements Filter {
	}

	/**
	 * Holds where a field is null; a missing key of free metadata is null, too.
	 *
	 * @param field the field
	 */
	record IsNull(String field) implements Filter {
	}

	/**
	 * Holds where a full-text field contains at least one word of a text, as the store's
	 * analyser divides both.
	 *
	 * @param field the field
	 * @param text the words
	 */
	record Matches(String field, String text) implements Filter {

		public Matches {
			Assert.notNull(text, () -> "The words to find in '" + field + "' must not be null");
		}

	}

	/**
	 * The comparisons.
	 */
	enum Operator {

		/** Equal. */
		EQ,
		/** Less than. */
		LT,
		/** Less than or equal. */
		LTE,
		/** Greater than. */
		GT,
		/** Greater than or equal. */
		GTE

	}

	/**
	 * Where a text stands in a string.
	 */
	enum Position {

		/** At its start. */
		PREFIX,
		/** At its end. */
		SUFFIX,
		/** Anywhere. */
		ANYWHERE

	}

	/**
	 * A field that waits for its comparison.
	 *
	 * @param name the property path
	 */
	record Field(String name) {

		public Field {
			Assert.notNull(name, "'field' must not be null");
		}

		public Filter is(Object value) {
			return new Comparison(this.name, Operator.EQ, value, false);
		}

		public Filter isNot(Object value) {
			return new Not(is(value));
		}

		public Filter isIgnoreCase(String value) {
			return new Comparison(this.name, Operator.EQ, value, true);
		}

		public Filter lt(Object value) {
			return new Comparison(this.name, Operator.LT, value, false);
		}

		public Filter lte(Object value) {
			return new Comparison(this.name, Operator.LTE, value, false);
		}

		public Filter gt(Object value) {
			return new Comparison(this.name, Operator.GT, value, false);
		}

		public Filter gte(Object value) {
			return new Comparison(this.name, Operator.GTE, value, false);
		}

		/**
		 * Both ends are accepted.
		 * @param lower the least value
		 * @param upper the greatest value
		 * @return the condition
		 */
		public Filter between(Object lower, Object upper) {
			return and(gte(lower), lte(upper));
		}

		public Filter in(Collection<?> values) {
			return new In(this.name, new ArrayList<>(values));
		}

		public Filter startsWith(String text) {
			return new Text(this.name, Position.PREFIX, text, false);
		}

		public Filter endsWith(String text) {
			return new Text(this.name, Position.SUFFIX, text, false);
		}

		public Filter containsText(String text) {
			return new Text(this.name, Position.ANYWHERE, text, false);
		}

		/**
		 * For a list field.
		 * @param element the element looked for
		 * @return the condition
		 */
		public Filter contains(Object element) {
			return new Contains(this.name, element);
		}

		public Filter isNull() {
			return new IsNull(this.name);
		}

		public Filter isNotNull() {
			return new Not(isNull());
		}

		/**
		 * For a full-text field.
		 * @param text the words looked for
		 * @return the condition
		 */
		public Filter matches(String text) {
			return new Matches(this.name, text);
		}

	}

}
