package io.quiver.spring.boot.autoconfigure;

import io.quiver.data.repository.query.UnsupportedQueryMethodException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.util.StringUtils;

/**
 * Explains a repository method that its store cannot carry out, or none could.
 *
 * @author Quiver
 */
class UnsupportedQueryMethodFailureAnalyzer extends AbstractFailureAnalyzer<UnsupportedQueryMethodException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, UnsupportedQueryMethodException cause) {
		String verdict = (cause.getStore() != null) ? "cannot run on store " + cause.getStore()
				: "is not a valid query method";
		return new FailureAnalysis(
				"The repository method %s %s: %s.".formatted(cause.getMethod(), verdict, cause.getProblem()),
				StringUtils.capitalize(cause.getWayOut()) + ".", cause);
	}

}
