package io.quiver.benchmarks;

import java.util.Map;

/**
 * Something to be run again and again in turn with others.
 *
 * @param name its name in the report
 * @param benchmark the class of its benchmark
 * @param parameters the parameters of that benchmark
 * @author Quiver
 * @since 0.1
 */
record Contender(String name, Class<?> benchmark, Map<String, String> parameters) {

	String parameter(String name) {
		String value = this.parameters.get(name);
		if (value == null) {
			throw new IllegalArgumentException("'" + this.name + "' has no parameter '" + name + "'");
		}
		return value;
	}

}
