package io.quiver.benchmarks.recall;

import io.quiver.benchmarks.data.VectorSet;
import io.quiver.data.core.query.Metric;

/**
 * What is searched, and what is to be found.
 *
 * @param vectors the rows and queries
 * @param metric how they are compared
 * @param answer the nearest rows, computed in doubles
 * @author Quiver
 * @since 0.1
 */
public record Question(VectorSet vectors, Metric metric, Findings answer) {

	static Question of(VectorSet vectors, Metric metric) {
		return new Question(vectors, metric, Findings.exact(vectors, metric, Search.MANY));
	}

}
