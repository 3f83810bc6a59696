package io.quiver.spring.boot.autoconfigure;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import io.quiver.data.core.VectorOperations;
import io.quiver.data.store.RowStore;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;

/**
 * Explains that a store is needed and there is none, or that several could be meant.
 * Comes before Boot's own analyzer, which would advise to define a bean.
 *
 * @author Quiver
 */
@Order(-1)
class NoSuchStoreFailureAnalyzer extends AbstractFailureAnalyzer<NoSuchBeanDefinitionException> {

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NoSuchBeanDefinitionException cause) {
		Class<?> type = (cause.getResolvableType() != null) ? cause.getResolvableType().resolve(Object.class)
				: Object.class;
		if (!VectorOperations.class.isAssignableFrom(type) && !RowStore.class.isAssignableFrom(type)) {
			return null;
		}
		if (cause instanceof NoUniqueBeanDefinitionException several) {
			return several(type, several, several.getBeanNamesFound());
		}
		return new FailureAnalysis(
				"A bean of type %s is needed, but there is no store.".formatted(type.getSimpleName()),
				"Add the dependency 'io.quiver:quiver-spring-boot-starter' for a store in this process, or configure "
						+ "one below 'quiver.stores'.",
				cause);
	}

	private static FailureAnalysis several(Class<?> type, NoUniqueBeanDefinitionException cause,
			@Nullable Collection<String> beans) {
		String names = ((beans != null) ? beans : List.<String>of()).stream()
			.sorted()
			.collect(Collectors.joining(", "));
		return new FailureAnalysis(
				"A bean of type %s is needed without the name of a store, but there are several: %s."
					.formatted(type.getSimpleName(), names),
				"Set 'quiver.primary' to the store that is meant, or name it: with @VectorCollection(store = \"...\") on "
						+ "the entity, or @Qualifier(\"...\") where the bean is injected.",
				cause);
	}

}
