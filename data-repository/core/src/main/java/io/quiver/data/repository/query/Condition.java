package io.quiver.data.repository.query;

import java.util.List;

import io.quiver.data.core.query.Filter;

/**
 * A condition prepared at start-up that waits for its arguments.
 *
 * @param shape the filter with placeholders for values
 * @param binder makes the filter of a call
 * @author Quiver
 */
record Condition(Filter shape, Binder binder) {

	/**
	 * Stands for a value that is not known before the call.
	 */
	static final String PLACEHOLDER = "?";

	static Condition and(List<Condition> conditions) {
		if (conditions.size() == 1) {
			return conditions.get(0);
		}
		return new Condition(Filter.and(shapes(conditions)), (arguments) -> Filter.and(bind(conditions, arguments)));
	}

	static Condition or(List<Condition> conditions) {
		if (conditions.size() == 1) {
			return conditions.get(0);
		}
		return new Condition(Filter.or(shapes(conditions)), (arguments) -> Filter.or(bind(conditions, arguments)));
	}

	Condition negate() {
		return new Condition(Filter.not(this.shape), (arguments) -> Filter.not(this.binder.bind(arguments)));
	}

	Filter bind(Arguments arguments) {
		return this.binder.bind(arguments);
	}

	private static Filter[] shapes(List<Condition> conditions) {
		return conditions.stream().map(Condition::shape).toArray(Filter[]::new);
	}

	private static Filter[] bind(List<Condition> conditions, Arguments arguments) {
		Filter[] filters = new Filter[conditions.size()];
		for (int i = 0; i < filters.length; i++) {
			filters[i] = conditions.get(i).bind(arguments);
		}
		return filters;
	}

	/**
	 * Makes the filter of a call.
	 */
	@FunctionalInterface
	interface Binder {

		Filter bind(Arguments arguments);

	}

}
