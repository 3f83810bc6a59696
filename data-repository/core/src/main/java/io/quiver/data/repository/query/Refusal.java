package io.quiver.data.repository.query;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Collectors;

import io.quiver.data.core.VectorOperations;
import io.quiver.data.store.RowStore;

/**
 * Says of one method of one store why it is refused.
 *
 * @param method the method as people write it
 * @param store the store as people know it
 * @author Quiver
 */
record Refusal(String method, String store) {

	static Refusal of(Class<?> repository, Method method, VectorOperations operations) {
		RowStore store = operations.store();
		return new Refusal(signature(repository, method), "'%s' (%s)".formatted(store.name(), store.kind()));
	}

	private static String signature(Class<?> repository, Method method) {
		String parameters = Arrays.stream(method.getParameterTypes())
			.map(Class::getSimpleName)
			.collect(Collectors.joining(", "));
		return "%s.%s(%s)".formatted(repository.getSimpleName(), method.getName(), parameters);
	}

	UnsupportedQueryMethodException because(String problem, String wayOut) {
		return new UnsupportedQueryMethodException(this.method, this.store, problem, wayOut);
	}

}
