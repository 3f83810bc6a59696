package io.quiver.spring.boot.autoconfigure;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

import io.quiver.data.core.SchemaPolicy.When;
import io.quiver.data.core.TenantResolver;
import io.quiver.data.core.TextEmbedder;
import io.quiver.data.core.VectorTemplate;
import io.quiver.data.core.mapping.VectorCollection;
import io.quiver.data.core.mapping.VectorMappingContext;
import io.quiver.data.core.mapping.VectorPersistentEntity;
import io.quiver.data.store.RowStore;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.data.mapping.callback.EntityCallback;
import org.springframework.data.mapping.callback.EntityCallbacks;

/**
 * Makes the template of one store from what all stores share.
 *
 * @param store the store
 * @param primary whether it is the one that is meant where none is named
 * @param beans the beans of the application
 * @author Quiver
 */
record StoreTemplate(StoreDefinition store, boolean primary, BeanFactory beans) {

	VectorTemplate create(RowStore rowStore) {
		VectorMappingContext mapping = this.beans.getBean(VectorMappingContext.class);
		VectorTemplate.Builder builder = VectorTemplate.builder(rowStore)
			.mappingContext(mapping)
			.schema(this.store.schema())
			.maxRowSize(this.store.maxRowSize().toBytes())
			.embedder(single(TextEmbedder.class))
			.tenantResolver(single(TenantResolver.class))
			.entityCallbacks(callbacks());
		String executor = TaskExecutionAutoConfiguration.APPLICATION_TASK_EXECUTOR_BEAN_NAME;
		if (this.beans.containsBean(executor) && this.beans.isTypeMatch(executor, Executor.class)) {
			builder.executor(this.beans.getBean(executor, Executor.class));
		}
		VectorTemplate template = builder.build();
		if (this.store.schema().when() == When.STARTUP) {
			mapping.getPersistentEntities()
				.stream()
				.filter((entity) -> isEntity(entity) && isKeptHere(entity))
				.forEach((entity) -> template.collection(entity.getType()));
		}
		return template;
	}

	/**
	 * Return the application's callbacks. To look for those of an entity costs more than
	 * the rest of the way of a small row, so nobody looks where there are none.
	 */
	private @Nullable EntityCallbacks callbacks() {
		boolean none = this.beans.getBeanProvider(EntityCallback.class).stream().findAny().isEmpty();
		return (none) ? null : EntityCallbacks.create(this.beans);
	}

	/**
	 * None is fine; to take none of several would be a surprise. Without the cause, which
	 * Boot would explain as one of whoever the template is injected into.
	 */
	private <T> @Nullable T single(Class<T> type) {
		try {
			return this.beans.getBeanProvider(type).getIfAvailable();
		}
		catch (NoUniqueBeanDefinitionException ex) {
			Collection<String> names = Objects.requireNonNullElse(ex.getBeanNamesFound(), List.of());
			throw new FailureAnalyzedException(
					"The store '%s' takes one %s, but there are several: %s.".formatted(this.store.name(),
							type.getSimpleName(), names.stream().sorted().collect(Collectors.joining(", "))),
					"Mark the one that is meant with @Primary, or define a VectorTemplate '%sVectorTemplate' of your own."
						.formatted(this.store.name()));
		}
	}

	/**
	 * The type of an id of several components is in the mapping as well.
	 */
	private static boolean isEntity(VectorPersistentEntity<?> entity) {
		return entity.hasIdProperty() || entity.isAnnotationPresent(VectorCollection.class);
	}

	private boolean isKeptHere(VectorPersistentEntity<?> entity) {
		String name = entity.getStoreName();
		return (name != null) ? name.equals(this.store.name()) : this.primary;
	}

}
