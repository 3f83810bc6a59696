package io.quiver.spring.boot.autoconfigure;

import io.quiver.data.repository.support.UnknownStoreException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains an entity that asks for a store that there is not.
 *
 * @author Quiver
 */
class UnknownStoreFailureAnalyzer extends AbstractFailureAnalyzer<UnknownStoreException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, UnknownStoreException cause) {
		String action = NearestName.of(cause.getStore(), cause.getKnownStores())
			.map((nearest) -> "Did you mean @VectorCollection(store = \"%s\")?".formatted(nearest))
			.orElseGet(() -> "Configure the store below 'quiver.stores.%s'.".formatted(cause.getStore()));
		return new FailureAnalysis(cause.getMessage(), action, cause);
	}

}
