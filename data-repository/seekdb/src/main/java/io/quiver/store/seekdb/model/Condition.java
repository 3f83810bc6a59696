package io.quiver.store.seekdb.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * What must be true of a row: SQL of the caller's with its values apart, or put together
 * here with {@link #field(String)} and {@link #json(String, String)}.
 *
 * @author Quiver
 * @since 0.1
 */
public sealed interface Condition {

	/**
	 * Return a condition in SQL, in which the caller quotes the names.
	 * @param text what could stand behind {@code WHERE}, with a {@code ?} for each value.
	 * Semicolons, comments and backslashes are refused
	 * @param values the values, in order
	 * @return the condition
	 */
	static Condition of(String text, @Nullable Object... values) {
		return new Text(text, Arrays.asList(values));
	}

	/**
	 * Return what is true of every row.
	 * @return the condition that leaves none out
	 */
	static Condition everyRow() {
		return new EveryRow();
	}

	/**
	 * Begin a condition on a field.
	 * @param name the name of the field
	 * @return the field, to be compared
	 */
	static ConditionField field(String name) {
		return new ConditionField(name, null);
	}

	/**
	 * Begin a condition on a part of a JSON document.
	 * @param name the name of the field of JSON
	 * @param path where the part is, such as {@code $.author.name}
	 * @return the part, to be compared with a text, a number or a boolean. What is of
	 * another type than the value is true of no comparison; what is absent or JSON's null
	 * is true of neither a comparison nor its {@linkplain #not contrary}. Texts are
	 * compared to the last blank
	 */
	static ConditionField json(String name, String path) {
		return new ConditionField(name, path);
	}

	/**
	 * Return a condition on words, for which there must be a {@link FullTextIndex} of the
	 * same columns.
	 * @param text the words
	 * @param mode how they are read
	 * @param columns the names of the columns
	 * @return the condition
	 */
	static Condition match(String text, TextMode mode, String... columns) {
		return new Match(List.of(columns), text, mode);
	}

	/**
	 * Return what is true if this and another condition are.
	 * @param other the other condition
	 * @return the condition
	 */
	default Condition and(Condition other) {
		return Junction.of(true, this, other);
	}

	/**
	 * Return what is true if this or another condition is.
	 * @param other the other condition
	 * @return the condition
	 */
	default Condition or(Condition other) {
		return Junction.of(false, this, other);
	}

	/**
	 * Return what is true if this condition is not. Of a row without a value it is not
	 * true either.
	 * @return the condition
	 */
	default Condition not() {
		return new Negation(this);
	}

	/**
	 * No condition.
	 */
	record EveryRow() implements Condition {

	}

	/**
	 * SQL of the caller's.
	 *
	 * @param text the condition, with a {@code ?} for each value
	 * @param values the values, in order
	 */
	record Text(String text, List<@Nullable Object> values) implements Condition {

		public Text {
			SqlText.check(text, values.size());
			values = Collections.unmodifiableList(new ArrayList<>(values));
		}

	}

	/**
	 * A comparison of a field with a value.
	 *
	 * @param field the field
	 * @param operator how they are compared
	 * @param value the value
	 */
	record Comparison(ConditionField field, Operator operator, Object value) implements Condition {

		public Comparison {
			Given.value(value, "'" + field.name() + "' cannot be compared with null: use isNull()");
		}

	}

	/**
	 * A field that has one of several values.
	 *
	 * @param field the field
	 * @param values the values; of none of them nothing is true
	 */
	record Among(ConditionField field, List<Object> values) implements Condition {

		public Among {
			values = Given.values(values, "'" + field.name() + "' cannot be compared with null: use isNull()");
		}

	}

	/**
	 * A field without a value. A JSON null is none.
	 *
	 * @param field the field
	 */
	record Absence(ConditionField field) implements Condition {

	}

	/**
	 * A part of a JSON document that holds a value, as an array does its elements.
	 *
	 * @param field the part
	 * @param value the value: a text, a number or a boolean, or a map or list of its
	 * parts
	 */
	record Containment(ConditionField field, Object value) implements Condition {

		public Containment {
			Given.value(value, "'" + field.name() + "' cannot contain null");
		}

	}

	/**
	 * Several conditions.
	 *
	 * @param all whether all must be true, or one of them
	 * @param conditions the conditions, at least one
	 */
	record Junction(boolean all, Collection<Condition> conditions) implements Condition {

		public Junction {
			conditions = List.copyOf(conditions);
			Assert.notEmpty(conditions, "'conditions' must not be empty");
		}

		/** Of many that are said one after the other, one junction is made. */
		private static Junction of(boolean all, Condition first, Condition second) {
			List<Condition> conditions = new ArrayList<>();
			for (Condition condition : List.of(first, second)) {
				if (condition instanceof Junction junction && junction.all() == all) {
					conditions.addAll(junction.conditions());
				}
				else {
					conditions.add(condition);
				}
			}
			return new Junction(all, conditions);
		}

	}

	/**
	 * The contrary of a condition.
	 *
	 * @param condition the condition
	 */
	record Negation(Condition condition) implements Condition {

	}

	/**
	 * Words that a row must have.
	 *
	 * @param columns the names of the columns, all those of one index
	 * @param text the words
	 * @param mode how they are read
	 */
	record Match(List<String> columns, String text, TextMode mode) implements Condition {

		public Match {
			columns = List.copyOf(columns);
			Assert.notEmpty(columns, "'columns' must not be empty");
			Assert.notNull(text, "'text' must not be null");
			Assert.notNull(mode, "'mode' must not be null");
		}

	}

	/**
	 * How a field is compared with a value.
	 */
	enum Operator {

		/** The same. */
		EQUAL("="),

		/** Not the same. */
		NOT_EQUAL("<>"),

		/** Less. */
		LESS("<"),

		/** Less or the same. */
		LESS_OR_EQUAL("<="),

		/** Greater. */
		GREATER(">"),

		/** Greater or the same. */
		GREATER_OR_EQUAL(">="),

		/** Of a pattern of {@code %} and {@code _}. */
		LIKE("LIKE");

		private final String sql;

		Operator(String sql) {
			this.sql = sql;
		}

		/**
		 * Return how the server writes it.
		 * @return the operator
		 */
		public String sql() {
			return this.sql;
		}

	}

}
