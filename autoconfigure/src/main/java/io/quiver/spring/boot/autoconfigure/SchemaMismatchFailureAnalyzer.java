package io.quiver.spring.boot.autoconfigure;

import io.quiver.data.core.SchemaMismatchException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.util.StringUtils;

/**
 * Explains a collection that does not fit its entity, such as one of vectors of another
 * dimension.
 *
 * @author Quiver
 */
class SchemaMismatchFailureAnalyzer extends AbstractFailureAnalyzer<SchemaMismatchException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, SchemaMismatchException cause) {
		StringBuilder description = new StringBuilder("Collection '%s' in store '%s' does not fit its entity:%n"
			.formatted(cause.getCollection(), cause.getStore()));
		cause.getDifferences().forEach((difference) -> description.append("%n    - %s".formatted(difference)));
		return new FailureAnalysis(description.toString(), StringUtils.capitalize(cause.getCure()) + ".", cause);
	}

}
