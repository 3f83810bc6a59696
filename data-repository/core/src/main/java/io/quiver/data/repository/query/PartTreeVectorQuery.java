package io.quiver.data.repository.query;

import java.util.List;
import java.util.Set;

import io.quiver.data.core.QueryPlanner;
import io.quiver.data.core.QueryPlanner.Objection;
import io.quiver.data.core.QueryShape;
import io.quiver.data.core.QueryShape.Action;
import io.quiver.data.core.VectorOperations;
import io.quiver.data.repository.query.DerivedQuery.Subject;
import io.quiver.data.repository.query.ReturnShape.Container;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.log.LogMessage;
import org.springframework.data.domain.Sort;
import org.springframework.data.repository.query.RepositoryQuery;

/**
 * The query that a method's name stands for: read and judged once, bound at each call.
 *
 * @author Quiver
 * @since 0.1
 */
public class PartTreeVectorQuery implements RepositoryQuery {

	private static final Log logger = LogFactory.getLog(PartTreeVectorQuery.class);

	private final VectorQueryMethod method;

	private final Execution execution;

	private final QueryPlan plan;

	/**
	 * Read a method.
	 * @param method the method
	 * @param operations runs the query
	 * @throws UnsupportedQueryMethodException if the method cannot be read, or if the
	 * store cannot carry it out
	 */
	public PartTreeVectorQuery(VectorQueryMethod method, VectorOperations operations) {
		this.method = method;
		ReturnShape shape = method.returnShape();
		DerivedQuery derived = new DerivedQueryReader(method, operations.mappingContext(),
				shape != null && shape.scored())
			.read();
		new ShapeRules(method, derived).check(shape);
		QueryShape query = shape(derived, action(derived, shape));
		judge(query, operations.planner());
		if (shape != null && shape.container() == Container.PAGE) {
			judge(shape(derived, Action.COUNT), operations.planner());
		}
		this.execution = execution(derived, shape, operations);
		this.plan = new QueryPlan(method.getSignature(), operations.planner().describe(query));
		logger.debug(LogMessage.of(this.plan::toString));
	}

	private void judge(QueryShape query, QueryPlanner planner) {
		Objection objection = planner.objection(query);
		if (objection != null) {
			throw this.method.refusal().because(objection);
		}
	}

	private QueryShape shape(DerivedQuery derived, Action action) {
		Near near = derived.near();
		Words words = derived.words();
		boolean bounded = near != null && (near.within() || this.method.getParameters().boundsScores());
		return new QueryShape(this.method.domainType(), action, derived.filterShape(),
				(action != Action.COUNT) ? derived.sort() : Sort.unsorted(),
				this.method.getParameters().hasPageableParameter(), (near != null) ? near.property() : null, bounded,
				(words != null) ? List.of(words.property()) : List.of(), Set.of());
	}

	private static Action action(DerivedQuery derived, @Nullable ReturnShape shape) {
		if (derived.subject() != Subject.FIND) {
			return (derived.subject() == Subject.DELETE) ? Action.DELETE : Action.COUNT;
		}
		if (derived.isRanked()) {
			return Action.SEARCH;
		}
		return (shape != null && shape.container() == Container.WINDOW) ? Action.SCROLL : Action.FIND;
	}

	private Execution execution(DerivedQuery derived, @Nullable ReturnShape shape, VectorOperations operations) {
		if (derived.subject() != Subject.FIND || shape == null) {
			return new SummaryExecution(this.method, derived, operations);
		}
		Reads reads = new Reads(this.method, operations);
		return (derived.isRanked()) ? new SearchExecution(this.method, derived, shape, reads)
				: new FindExecution(this.method, derived, shape, reads);
	}

	@Override
	public @Nullable Object execute(@Nullable Object[] parameters) {
		return this.execution.execute(new Arguments(this.method, parameters));
	}

	@Override
	public VectorQueryMethod getQueryMethod() {
		return this.method;
	}

	/**
	 * Return how the query runs.
	 * @return the plan
	 */
	public QueryPlan getPlan() {
		return this.plan;
	}

}
