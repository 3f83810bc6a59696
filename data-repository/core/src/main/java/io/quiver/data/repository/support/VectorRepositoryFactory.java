package io.quiver.data.repository.support;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.quiver.data.core.VectorOperations;
import io.quiver.data.repository.query.BaseMethods;
import io.quiver.data.repository.query.PartTreeVectorQuery;
import io.quiver.data.repository.query.QueryPlan;
import io.quiver.data.repository.query.RepositoryPlan;
import io.quiver.data.repository.query.VectorQueryMethod;
import org.jspecify.annotations.Nullable;

import org.springframework.data.projection.ProjectionFactory;
import org.springframework.data.repository.core.EntityInformation;
import org.springframework.data.repository.core.NamedQueries;
import org.springframework.data.repository.core.RepositoryInformation;
import org.springframework.data.repository.core.RepositoryMetadata;
import org.springframework.data.repository.core.support.PersistentEntityInformation;
import org.springframework.data.repository.core.support.RepositoryFactorySupport;
import org.springframework.data.repository.query.QueryLookupStrategy;
import org.springframework.data.repository.query.QueryLookupStrategy.Key;
import org.springframework.data.repository.query.RepositoryQuery;
import org.springframework.data.repository.query.ValueExpressionDelegate;

/**
 * Makes repositories over one template.
 *
 * @author Quiver
 * @since 0.1
 */
public class VectorRepositoryFactory extends RepositoryFactorySupport {

	private final VectorOperations operations;

	private final Map<Class<?>, Made> made = new ConcurrentHashMap<>();

	/**
	 * Create a factory.
	 * @param operations the template that repositories stand on
	 */
	public VectorRepositoryFactory(VectorOperations operations) {
		this.operations = operations;
	}

	/**
	 * Return how the methods of the repositories made so far run.
	 * @return the plans
	 */
	public List<QueryPlan> getPlans() {
		return this.made.values().stream().flatMap((made) -> made.plans().stream()).toList();
	}

	/**
	 * Return how a repository stands on its store.
	 * @param repositoryInterface the repository interface
	 * @return the plan, or {@code null} if the repository has not been made
	 */
	public @Nullable RepositoryPlan getPlan(Class<?> repositoryInterface) {
		Made made = this.made.get(repositoryInterface);
		if (made == null) {
			return null;
		}
		Class<?> entity = made.information().getDomainType();
		return new RepositoryPlan(repositoryInterface, entity, this.operations.store().name(),
				this.operations.mappingContext().getRequiredPersistentEntity(entity).getCollectionName(),
				List.copyOf(made.plans()), new BaseMethods(this.operations).refused(made.information()));
	}

	@Override
	public EntityInformation<?, ?> getEntityInformation(RepositoryMetadata metadata) {
		return new PersistentEntityInformation<>(
				this.operations.mappingContext().getRequiredPersistentEntity(metadata.getDomainType()));
	}

	@Override
	protected Object getTargetRepository(RepositoryInformation information) {
		new BaseMethods(this.operations).check(information);
		Object target = getTargetRepositoryViaReflection(information, getEntityInformation(information),
				this.operations);
		this.made.put(information.getRepositoryInterface(), new Made(information, new CopyOnWriteArrayList<>()));
		return target;
	}

	@Override
	protected Class<?> getRepositoryBaseClass(RepositoryMetadata metadata) {
		return SimpleVectorRepository.class;
	}

	@Override
	protected Optional<QueryLookupStrategy> getQueryLookupStrategy(@Nullable Key key,
			ValueExpressionDelegate valueExpressionDelegate) {
		return Optional.of(this::resolve);
	}

	private RepositoryQuery resolve(Method method, RepositoryMetadata metadata, ProjectionFactory factory,
			NamedQueries namedQueries) {
		VectorQueryMethod queryMethod = VectorQueryMethod.of(method, metadata, factory, this.operations);
		if (namedQueries.hasQuery(queryMethod.getNamedQueryName()) || hasQueryAnnotation(method)) {
			throw queryMethod.refuse("queries are derived from names only, and this one is written out",
					"Drop @Query or the named query and name the method after its condition, or give it a body: a "
							+ "default method or a custom implementation");
		}
		PartTreeVectorQuery query = new PartTreeVectorQuery(queryMethod, this.operations);
		Made made = this.made.get(metadata.getRepositoryInterface());
		if (made != null) {
			made.plans().add(query.getPlan());
		}
		return query;
	}

	/**
	 * Whoever comes from another module of Spring Data brings its annotation along; left
	 * alone, it would be read over.
	 */
	private static boolean hasQueryAnnotation(Method method) {
		return Arrays.stream(method.getAnnotations())
			.map(Annotation::annotationType)
			.anyMatch((type) -> type.getSimpleName().equals("Query"));
	}

	/**
	 * A repository that has been made, or is about to be.
	 *
	 * @param information what is known of it
	 * @param plans how its methods run
	 */
	private record Made(RepositoryInformation information, List<QueryPlan> plans) {
	}

}
