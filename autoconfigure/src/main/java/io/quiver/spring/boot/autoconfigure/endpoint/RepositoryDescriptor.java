package io.quiver.spring.boot.autoconfigure.endpoint;

import java.util.List;

import io.quiver.data.repository.query.QueryPlan;
import io.quiver.data.repository.query.RefusedMethod;
import io.quiver.data.repository.query.RepositoryPlan;
import org.jspecify.annotations.Nullable;

/**
 * One repository.
 *
 * @param repository the name of its interface
 * @param initialized whether it has been made; one that is lazy is not made for this
 * endpoint, and all below is missing
 * @param entity the name of the entity's class
 * @param store the name of the store
 * @param collection the name of the collection
 * @param queries how its query methods run
 * @param refused the inherited methods that the store cannot do, with the way out
 * @author Quiver
 * @since 0.1
 */
public record RepositoryDescriptor(String repository, boolean initialized, @Nullable String entity,
		@Nullable String store, @Nullable String collection, @Nullable List<QueryPlan> queries,
		@Nullable List<RefusedMethod> refused) {

	static RepositoryDescriptor of(RepositoryPlan plan) {
		return new RepositoryDescriptor(plan.repository().getName(), true, plan.entity().getName(), plan.store(),
				plan.collection(), plan.queries(), plan.refused());
	}

	static RepositoryDescriptor waiting(String repository) {
		return new RepositoryDescriptor(repository, false, null, null, null, null, null);
	}

}
