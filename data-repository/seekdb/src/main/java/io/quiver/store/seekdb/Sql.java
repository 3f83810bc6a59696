package io.quiver.store.seekdb;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A statement and the values of its parameters, in order.
 *
 * @param text the statement, with a {@code ?} for each value
 * @param values the values
 * @author Quiver
 */
record Sql(String text, List<@Nullable Object> values) {

	Sql {
		values = Collections.unmodifiableList(new ArrayList<>(values));
	}

	/**
	 * Return a statement without parameters.
	 */
	static Sql of(String text) {
		return new Sql(text, List.of());
	}

	/**
	 * Return the statement alone: values may be secret, and large.
	 */
	@Override
	public String toString() {
		return this.text;
	}

}
