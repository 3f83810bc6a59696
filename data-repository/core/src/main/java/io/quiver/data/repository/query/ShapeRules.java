package io.quiver.data.repository.query;

import java.util.Set;

import io.quiver.data.repository.query.DerivedQuery.Subject;
import io.quiver.data.repository.query.ReturnShape.Container;
import org.jspecify.annotations.Nullable;

/**
 * What name, parameters and return type of a method must have in common, whatever the
 * store.
 *
 * @author Quiver
 */
final class ShapeRules {

	private static final Set<Class<?>> NUMBERS = Set.of(long.class, Long.class, int.class, Integer.class);

	private static final Set<Class<?>> TRUTHS = Set.of(boolean.class, Boolean.class);

	private static final Set<Class<?>> VOIDS = Set.of(void.class, Void.class);

	private final VectorQueryMethod method;

	private final VectorParameters parameters;

	private final DerivedQuery query;

	ShapeRules(VectorQueryMethod method, DerivedQuery query) {
		this.method = method;
		this.parameters = method.getParameters();
		this.query = query;
	}

	void check(@Nullable ReturnShape shape) {
		if (this.query.subject() != Subject.FIND) {
			checkSummary();
		}
		else if (shape == null) {
			throw refuse("it returns %s, which results cannot take".formatted(this.method.returnType()),
					"Return the entity or a projection of it, alone or in an Optional, List, Set, Stream, Page, Slice, "
							+ "Window or SearchResults, or a CompletableFuture of one, Optional, List or SearchResults");
		}
		else {
			if (this.parameters.writeOptions() >= 0) {
				throw refuse("it reads, so that WriteOptions mean nothing", "Declare SearchOptions instead");
			}
			checkScores();
			checkElement(shape);
			if (this.query.isRanked()) {
				checkRanked(shape);
			}
			else {
				checkFind(shape);
			}
		}
	}

	private void checkSummary() {
		Class<?> type = this.method.returnType().getType();
		boolean fits = switch (this.query.subject()) {
			case EXISTS -> TRUTHS.contains(type);
			case DELETE -> NUMBERS.contains(type) || VOIDS.contains(type);
			default -> NUMBERS.contains(type);
		};
		if (!fits) {
			throw refuse("it returns %s".formatted(this.method.returnType()), switch (this.query.subject()) {
				case EXISTS -> "Return boolean";
				case DELETE -> "Return void, or the number of rows as long or int; read them first if they are wanted";
				default -> "Return long or int";
			});
		}
		if (this.parameters.hasLimitParameter() || this.parameters.hasPageableParameter()
				|| this.parameters.hasSortParameter() || this.parameters.hasScrollPositionParameter()
				|| this.query.sort().isSorted()) {
			throw refuse("order, limit and page mean nothing where rows are not returned", "Leave them out");
		}
		if (this.parameters.writeOptions() >= 0 && this.query.subject() != Subject.DELETE) {
			throw refuse("it reads, so that WriteOptions mean nothing", "Declare SearchOptions instead");
		}
		Near near = this.query.near();
		if (near != null && !near.within()) {
			throw refuse("Near means the nearest of all rows, so that no row is left out",
					"Use Within and say how near, or leave out '%s'".formatted(near.property()));
		}
		checkScores();
	}

	private void checkScores() {
		boolean scores = this.parameters.boundsScores() || this.parameters.scoringFunction() >= 0;
		if (scores && this.query.near() == null) {
			throw refuse("it takes a score, but nothing is compared", "Add Near or Within of a vector to its name");
		}
		if (this.parameters.score() >= 0 && this.parameters.scoreRange() >= 0) {
			throw refuse("it takes both a score and a range of scores", "Declare one of them");
		}
	}

	private void checkElement(ReturnShape shape) {
		boolean entity = shape.element().isAssignableFrom(this.method.domainType());
		if (!entity && !this.parameters.hasDynamicProjection()
				&& !this.method.getResultProcessor().getReturnedType().isProjecting()) {
			throw refuse(
					"it returns %s, neither %s nor a projection of it".formatted(shape.element().getSimpleName(),
							this.method.domainType().getSimpleName()),
					"Return the entity, an interface with getters of its properties, or a record of them");
		}
	}

	private void checkRanked(ReturnShape shape) {
		if (this.query.sort().isSorted() || this.parameters.hasSortParameter()) {
			throw refuse("results are ordered by rank, so that no other order can be had",
					"Leave out OrderBy and Sort, and sort the results afterwards");
		}
		if (shape.container() == Container.PAGE) {
			throw refuse("a Page tells the number of all results, and a search by rank has none",
					"Return Slice, List or SearchResults");
		}
		if (shape.container() == Container.WINDOW || this.parameters.hasScrollPositionParameter()) {
			throw refuse("a search by rank has no position to go on from", "Return Slice and take a Pageable");
		}
		checkSlice(shape);
		Near near = this.query.near();
		if (near != null && near.within() && !isLimited() && !shape.isSingle()) {
			throw refuse("Within has no limit, and there may be any number of results",
					"Say how many with Top, a parameter of type Limit, or a Pageable");
		}
	}

	private void checkFind(ReturnShape shape) {
		if (shape.scored()) {
			throw refuse("it returns scores, but nothing in its name ranks results",
					"Name Near or Within of a vector, or Matches of one full-text property, or return List");
		}
		if (shape.container() == Container.WINDOW && !isLimited()) {
			throw refuse("a Window needs a size", "Say it with Top, or a parameter of type Limit");
		}
		if (shape.container() == Container.PAGE && this.query.top() != null) {
			throw refuse("a Page tells the number of all results, and Top cuts it", "Leave out Top, or return Slice");
		}
		checkSlice(shape);
	}

	private void checkSlice(ReturnShape shape) {
		if (shape.container() == Container.SLICE && !this.parameters.hasPageableParameter()) {
			throw refuse("a Slice needs to know which", "Declare a parameter of type Pageable");
		}
	}

	private boolean isLimited() {
		return this.query.top() != null || this.parameters.hasLimitParameter()
				|| this.parameters.hasPageableParameter();
	}

	private UnsupportedQueryMethodException refuse(String problem, String wayOut) {
		return this.method.refusal().because(problem, wayOut);
	}

}
