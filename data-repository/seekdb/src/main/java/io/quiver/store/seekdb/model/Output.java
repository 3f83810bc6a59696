package io.quiver.store.seekdb.model;

import java.util.ArrayList;
import java.util.List;

import org.springframework.util.Assert;

/**
 * What is returned of each row.
 *
 * @param fields the names of the fields; none for all of them
 * @param expressions what is computed beside them
 * @author Quiver
 * @since 0.1
 */
public record Output(List<String> fields, List<OutputExpression> expressions) {

	private static final Output ALL = new Output(List.of(), List.of());

	public Output {
		fields = List.copyOf(fields);
		expressions = List.copyOf(expressions);
	}

	/**
	 * Return whole rows, vectors too.
	 * @return the output
	 */
	public static Output all() {
		return ALL;
	}

	/**
	 * Return some fields.
	 * @param fields their names
	 * @return the output
	 */
	public static Output fields(String... fields) {
		return new Output(List.of(fields), List.of());
	}

	/**
	 * Return this output of other fields.
	 * @param fields their names; none for all
	 * @return the output
	 */
	public Output withFields(String... fields) {
		return new Output(List.of(fields), this.expressions);
	}

	/**
	 * Return this output with something more that is computed.
	 * @param expression what is computed
	 * @return the output
	 */
	public Output withExpression(OutputExpression expression) {
		Assert.notNull(expression, "'expression' must not be null");
		List<OutputExpression> more = new ArrayList<>(this.expressions);
		more.add(expression);
		return new Output(this.fields, more);
	}

}
