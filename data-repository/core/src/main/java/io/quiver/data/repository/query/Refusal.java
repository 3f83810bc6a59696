package io.quiver.data.repository.query;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Collectors;

import io.quiver.data.core.QueryPlanner.Objection;
import io.quiver.data.core.VectorOperations;
import io.quiver.data.store.RowStore;

import org.springframework.util.StringUtils;

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

	/**
	 * Refuse for the store's reason, without naming the store twice.
	 * @param objection what stands against the method
	 * @return the exception to throw
	 */
	UnsupportedQueryMethodException because(Objection objection) {
		return new UnsupportedQueryMethodException(this.method, this.store,
				withoutStop(objection.problem().replace("Store " + this.store + " ", "it ")),
				StringUtils.capitalize(withoutStop(objection.wayOut())));
	}

	private static String withoutStop(String sentence) {
		return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
	}

	/**
	 * Refuse for the method's own fault, which no other store would forgive.
	 * @param problem what is wrong, without a full stop
	 * @param wayOut what to do instead, without a full stop
	 * @return the exception to throw
	 */
	UnsupportedQueryMethodException because(String problem, String wayOut) {
		return new UnsupportedQueryMethodException(this.method, problem, wayOut);
	}

}
