package io.quiver.store.contract;

import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.Metric;
import io.quiver.data.core.query.Option;
import io.quiver.data.store.Abilities;
import io.quiver.data.store.CollectionSpec;

import static io.quiver.data.core.query.Filter.where;

/**
 * What a behaviour asks of a store beside its abilities: that a rule has no objection, or
 * that there is an option.
 *
 * @author Quiver
 */
enum Asks {

	/** Rows are listed. */
	FIND,
	/** Rows are filtered by a value. */
	FILTER,
	/** Rows are counted. */
	COUNT,
	/** Neighbours are found. */
	NEIGHBOURS,
	/** Neighbours are found among the rows of a filter. */
	FILTERED_NEIGHBOURS,
	/** All rows are deleted. */
	DELETE_ALL,
	/** Rows are deleted by a value. */
	DELETE_SOME,
	/** Exact search is an option. */
	EXACT,
	/** The number of candidates is an option. */
	EF,

	/** Rows are kept by a pair of strings. */
	COMPOSITE_KEYS;

	boolean answeredBy(Abilities abilities) {
		Shape shape = Shape.of(abilities);
		CollectionSpec spec = shape.spec("probe", Shape.number("size"), Shape.vector("vector", 4, Metric.EUCLIDEAN));
		Filter some = shape.within(where("size").gte(1L));
		return switch (this) {
			case FIND -> abilities.find().objection(shape.everything(), spec) == null;
			case FILTER -> abilities.find().objection(some, spec) == null;
			case COUNT -> abilities.count().objection(some, spec) == null;
			case NEIGHBOURS -> abilities.nearest().objection(shape.everything(), spec) == null;
			case FILTERED_NEIGHBOURS -> abilities.nearest().objection(some, spec) == null;
			case DELETE_ALL -> abilities.delete().objection(shape.everything(), spec) == null;
			case DELETE_SOME -> abilities.delete().objection(some, spec) == null;
			case EXACT -> abilities.options().contains(Option.EXACT);
			case EF -> abilities.options().contains(Option.EF);
			case COMPOSITE_KEYS -> Shape.takesKey(abilities, String.class, String.class);
		};
	}

}
