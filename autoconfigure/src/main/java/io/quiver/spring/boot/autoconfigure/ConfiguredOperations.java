package io.quiver.spring.boot.autoconfigure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.quiver.data.policy.Operation;

import io.quiver.spring.boot.autoconfigure.kind.StoreSupport;
import io.quiver.spring.boot.autoconfigure.policy.OperationProperties;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.diagnostics.FailureAnalyzedException;

/**
 * The operations of a store of which something is said. One at a time instead of the map
 * at once, since a map takes {@code delete-by-key} and the variable's {@code DELETEBYKEY}
 * for two operations.
 *
 * @param store what is set of the store
 * @param kind the kind of the store
 * @author Quiver
 */
record ConfiguredOperations(ConfiguredStore store, StoreSupport<?> kind) {

	Map<String, OperationProperties> bind(Binder binder) {
		Map<String, OperationProperties> operations = new LinkedHashMap<>();
		if (!this.store.operations().isEmpty()) {
			List<String> known = this.kind.operations().stream().map(Operation::name).sorted().toList();
			this.store.operations().forEach((typed) -> require(typed, known));
			for (String name : known) {
				binder.bind(prefix().append(name), Bindable.of(OperationProperties.class))
					.ifBound((operation) -> operations.put(name, operation));
			}
		}
		return operations;
	}

	private void require(String typed, List<String> known) {
		String uniform = uniform(typed);
		if (known.stream().map(ConfiguredOperations::uniform).noneMatch(uniform::equals)) {
			String hint = NearestName.of(typed, known).map("Did you mean '%s'? "::formatted).orElse("");
			throw new FailureAnalyzedException("'%s' has '%s' below it, which is no operation of a store of kind '%s'."
				.formatted(prefix(), typed, this.kind.kind()),
					"%sThere are: %s.".formatted(hint, String.join(", ", known)));
		}
	}

	private ConfigurationPropertyName prefix() {
		return this.store.prefix().append(ConfiguredStore.OPERATIONS);
	}

	private static String uniform(String name) {
		return PropertyNames.uniform(ConfigurationPropertyName.adapt(name, '.'));
	}

}
