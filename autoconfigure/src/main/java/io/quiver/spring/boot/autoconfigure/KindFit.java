package io.quiver.spring.boot.autoconfigure;

import io.quiver.spring.boot.autoconfigure.kind.StoreSupport;

import org.springframework.boot.diagnostics.FailureAnalyzedException;

/**
 * Sees to it that nothing is said of a store that its kind has no use for. What is said
 * of all stores may stay: it is meant for others.
 *
 * @param store what is set of the store
 * @param kind the kind of the store
 * @author Quiver
 */
record KindFit(ConfiguredStore store, StoreSupport<?> kind) {

	void check(StoreProperties properties) {
		refuse(!this.kind.hasSessions() && isSet("pool"), "pool", "has no pool of sessions");
		if (!this.kind.isRemote()) {
			refuse(isSet("ssl"), "ssl", "has no connection");
			refuse(isSet("require-tls"), "require-tls", "has no connection");
			refuse(properties.timeout().connect() != null, "timeout.connect", "has no connection");
		}
	}

	private boolean isSet(String group) {
		return this.store.groups().contains(group);
	}

	private void refuse(boolean refused, String name, String reason) {
		if (refused) {
			throw new FailureAnalyzedException(
					"'%s.%s' is set, but a store of kind '%s' %s.".formatted(this.store.prefix(), name,
							this.kind.kind(), reason),
					"Remove it. What is to hold for the stores of other kinds can be said in 'quiver.defaults.%s'."
						.formatted(name));
		}
	}

}
