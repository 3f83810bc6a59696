package io.quiver.data.repository.query;

import java.util.Comparator;
import java.util.List;

/**
 * How one repository stands on its store, for people to read.
 *
 * @param repository the repository interface
 * @param entity the type of the entity
 * @param store the name of the store
 * @param collection the name of the entity's collection
 * @param queries how the query methods run, in alphabetical order
 * @param refused which of the inherited methods the store cannot do, in alphabetical
 * order
 * @author Quiver
 * @since 0.1
 */
public record RepositoryPlan(Class<?> repository, Class<?> entity, String store, String collection,
		List<QueryPlan> queries, List<RefusedMethod> refused) {

	public RepositoryPlan {
		queries = queries.stream().sorted(Comparator.comparing(QueryPlan::method)).toList();
		refused = refused.stream().sorted(Comparator.comparing(RefusedMethod::method)).toList();
	}

}
