package io.quiver.spring.boot.autoconfigure;

import io.quiver.data.repository.query.UnsupportedQueryMethodException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.util.StringUtils;

/**
 * Explains a repository method that its store cannot carry out.
 *
 * @author Quiver
 */
class UnsupportedQueryMethodFailureAnalyzer extends AbstractFailureAnalyzer<UnsupportedQueryMethodException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, UnsupportedQueryMethodException cause) {
		return new FailureAnalysis("The repository method %s cannot run on store %s: %s.".formatted(cause.getMethod(),
				cause.getStore(), cause.getProblem()), StringUtils.capitalize(cause.getWayOut()) + ".", cause);
	}

}
