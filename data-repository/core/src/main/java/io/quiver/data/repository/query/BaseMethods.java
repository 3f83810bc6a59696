package io.quiver.data.repository.query;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quiver.data.core.QueryPlanner.Objection;
import io.quiver.data.core.QueryShape;
import io.quiver.data.core.QueryShape.Action;
import io.quiver.data.core.VectorOperations;
import io.quiver.data.core.mapping.VectorMappingContext;
import io.quiver.data.core.mapping.VectorPersistentProperty;
import io.quiver.data.repository.VectorRepository;
import io.quiver.data.store.Ability;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.SortKey;
import io.quiver.data.store.SortRule;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.core.RepositoryInformation;
import org.springframework.util.ClassUtils;

/**
 * The methods of {@link VectorRepository}: inherited, one that the store cannot do is
 * refused when it is called; declared once more by the user, when the repository is made.
 *
 * @author Quiver
 * @since 0.1
 */
public final class BaseMethods {

	private static final Set<String> FRAMEWORK = Set.of(VectorRepository.class.getPackageName(),
			Repository.class.getPackageName());

	private final VectorOperations operations;

	/**
	 * Create the judge.
	 * @param operations the store that the methods will run on
	 */
	public BaseMethods(VectorOperations operations) {
		this.operations = operations;
	}

	/**
	 * Judge the type of ids, and the methods that the user has declared once more.
	 * @param repository the repository
	 * @throws InvalidDataAccessApiUsageException if the ids are of another type
	 * @throws UnsupportedQueryMethodException if the store cannot do one of them
	 */
	public void check(RepositoryInformation repository) {
		checkId(repository);
		for (Method method : repository.getRepositoryInterface().getMethods()) {
			if (!method.isBridge() && !FRAMEWORK.contains(method.getDeclaringClass().getPackageName())
					&& repository.isBaseClassMethod(method)) {
				Objection objection = objection(method, repository.getDomainType());
				if (objection != null) {
					throw Refusal.of(repository.getRepositoryInterface(), method, this.operations).because(objection);
				}
			}
		}
	}

	/**
	 * Say which of the inherited methods will be refused when they are called.
	 * @param repository the repository
	 * @return the methods that the store cannot do
	 */
	public List<RefusedMethod> refused(RepositoryInformation repository) {
		return Arrays.stream(repository.getRepositoryInterface().getMethods())
			.filter((method) -> !method.isBridge() && repository.isBaseClassMethod(method)
					&& !repository.isCustomMethod(method))
			.flatMap((method) -> Stream.ofNullable(objection(method, repository.getDomainType()))
				.map((objection) -> Refusal.of(repository.getRepositoryInterface(), method, this.operations)
					.because(objection)))
			.map((refusal) -> new RefusedMethod(refusal.getMethod(), refusal.getProblem(), refusal.getWayOut()))
			.distinct()
			.toList();
	}

	private void checkId(RepositoryInformation repository) {
		VectorMappingContext context = this.operations.mappingContext();
		Class<?> type = repository.getDomainType();
		VectorPersistentProperty id = context.getRequiredPersistentEntity(type).getIdProperty();
		Class<?> given = repository.getIdType();
		if (id != null && !new ArgumentTypes(context, type).fits(given, id.getName(), id.getType())) {
			throw new InvalidDataAccessApiUsageException(
					"%1$s takes ids of type %2$s, but the id '%3$s' of %4$s is of type %5$s. Declare it for %4$s and %5$s."
						.formatted(repository.getRepositoryInterface().getSimpleName(), given.getSimpleName(),
								id.getName(), type.getSimpleName(),
								ClassUtils.resolvePrimitiveIfNecessary(id.getType()).getSimpleName()));
		}
	}

	private @Nullable Objection objection(Method method, Class<?> type) {
		return switch (method.getName()) {
			case "insert" -> ability(Ability.INSERT, "does not refuse a key that is there", "Use save");
			case "update" -> ability(Ability.UPDATE, "does not refuse a key that is not there", "Use save");
			case "count" -> query(type, Action.COUNT, false);
			case "findAll" -> findAll(method, type);
			case "deleteAll" -> (method.getParameterCount() == 0) ? query(type, Action.DELETE, false) : null;
			default -> null;
		};
	}

	private @Nullable Objection findAll(Method method, Class<?> type) {
		boolean sorted = method.getParameterCount() == 1 && method.getParameterTypes()[0] == Sort.class;
		boolean paged = method.getParameterCount() == 1 && method.getParameterTypes()[0] == Pageable.class;
		Objection objection = (paged) ? query(type, Action.COUNT, false) : null;
		if (sorted && !sorts(type)) {
			objection = new Objection("the store does not sort", "Use findAll without a Sort");
		}
		return (objection != null) ? objection : query(type, Action.FIND, paged);
	}

	private boolean sorts(Class<?> type) {
		SortRule rule = this.operations.store().kind().abilities().sort();
		CollectionSpec spec = this.operations.mappingContext().getRequiredPersistentEntity(type).getCollection();
		return IntStream.range(0, spec.columns().size())
			.mapToObj((column) -> List.of(new SortKey(column, false, false)))
			.anyMatch((sort) -> rule.objection(sort, spec) == null);
	}

	private @Nullable Objection query(Class<?> type, Action action, boolean offset) {
		return this.operations.planner()
			.objection(new QueryShape(type, action, null, Sort.unsorted(), offset, null, false, List.of(), Set.of()));
	}

	private @Nullable Objection ability(Ability ability, String problem, String wayOut) {
		return (this.operations.store().kind().abilities().has(ability)) ? null
				: new Objection("the store " + problem, wayOut);
	}

}
