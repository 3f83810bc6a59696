package io.quiver.spring.boot.autoconfigure;

import io.quiver.data.core.mapping.UnmappableEntityException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.util.StringUtils;

/**
 * Explains an entity that no columns can be made of, such as one with a property of a
 * type that no store has.
 *
 * @author Quiver
 */
class UnmappableEntityFailureAnalyzer extends AbstractFailureAnalyzer<UnmappableEntityException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, UnmappableEntityException cause) {
		return new FailureAnalysis(cause.getProblem() + ".", StringUtils.capitalize(cause.getWayOut()) + ".", cause);
	}

}
