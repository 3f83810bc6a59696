package io.quiver.spring.boot.autoconfigure;

import io.quiver.data.core.UnsupportedEntityException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.util.StringUtils;

/**
 * Explains an entity that its store cannot keep, such as one with a vector of too many
 * dimensions.
 *
 * @author Quiver
 */
class UnsupportedEntityFailureAnalyzer extends AbstractFailureAnalyzer<UnsupportedEntityException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, UnsupportedEntityException cause) {
		return new FailureAnalysis("%s cannot be kept in store %s, which %s.".formatted(cause.getEntity().getName(),
				cause.getStore(), cause.getProblem()), StringUtils.capitalize(cause.getWayOut()) + ".", cause);
	}

}
