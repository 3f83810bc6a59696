package io.quiver.data.repository.query;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import io.quiver.data.core.mapping.VectorMappingContext;
import io.quiver.data.core.query.Metric;
import io.quiver.data.repository.query.DerivedQuery.Subject;
import org.jspecify.annotations.Nullable;

import org.springframework.data.repository.query.parser.Part;
import org.springframework.data.repository.query.parser.Part.Type;
import org.springframework.data.repository.query.parser.PartTree;
import org.springframework.data.repository.query.parser.PartTree.OrPart;

/**
 * Reads the query of one method from its name, once.
 *
 * @author Quiver
 */
final class DerivedQueryReader {

	private final VectorQueryMethod method;

	private final VectorMappingContext context;

	private final Keywords keywords;

	private final Iterator<VectorParameter> parameters;

	private final boolean ranked;

	private @Nullable Near near;

	private @Nullable Words words;

	/**
	 * Create a reader.
	 * @param method the method
	 * @param context the mapping
	 * @param ranked whether results carry scores, so that words rank where no vector does
	 */
	DerivedQueryReader(VectorQueryMethod method, VectorMappingContext context, boolean ranked) {
		this.method = method;
		this.context = context;
		this.parameters = method.getParameters().getBindableParameters().iterator();
		this.keywords = new Keywords(method, context, this.parameters);
		this.ranked = ranked;
	}

	DerivedQuery read() {
		PartTree tree = new MethodName(this.method.domainType(), this.context).parse(this.method.getName(),
				this.method.refusal());
		if (tree.isDistinct()) {
			throw refuse("no store finds distinct results", "Leave out Distinct: every row has its own key");
		}
		boolean byWords = this.ranked && tree.getParts().stream().noneMatch(DerivedQueryReader::isNear)
				&& tree.getParts(Type.REGEX).stream().count() == 1;
		if (tree.getMaxResults() != null && tree.getMaxResults() == 0) {
			throw refuse("it asks for no result at all", "Write Top or First with a number above zero");
		}
		List<OrPart> alternatives = tree.stream().toList();
		List<Condition> conditions = new ArrayList<>();
		for (OrPart alternative : alternatives) {
			Condition condition = conjunction(alternative, alternatives.size() == 1, byWords);
			if (condition != null) {
				conditions.add(condition);
			}
		}
		if (this.parameters.hasNext()) {
			throw unused(this.parameters.next(), tree);
		}
		return new DerivedQuery(subject(tree), conditions.isEmpty() ? null : Condition.or(conditions), this.near,
				this.words, tree.getSort(), tree.getMaxResults());
	}

	private static Subject subject(PartTree tree) {
		return (tree.isCountProjection()) ? Subject.COUNT
				: (tree.isExistsProjection()) ? Subject.EXISTS : (tree.isDelete()) ? Subject.DELETE : Subject.FIND;
	}

	private static boolean isNear(Part part) {
		return part.getType() == Type.NEAR || part.getType() == Type.WITHIN;
	}

	private @Nullable Condition conjunction(OrPart parts, boolean only, boolean byWords) {
		List<Condition> conditions = new ArrayList<>();
		for (Part part : parts) {
			Property property = Property.of(part.getProperty(), this.context);
			if (isNear(part)) {
				this.near = near(part, property, only);
			}
			else if (byWords && only && part.getType() == Type.REGEX && property.isFullText()) {
				this.words = new Words(property.path(), this.keywords.value(property).getIndex());
			}
			else {
				conditions.add(this.keywords.condition(part, property));
			}
		}
		return conditions.isEmpty() ? null : Condition.and(conditions);
	}

	private Near near(Part part, Property property, boolean only) {
		Metric metric = property.metric();
		if (metric == null) {
			throw refuse("'%s' is no vector".formatted(property.path()),
					"Use Near and Within with a property that is annotated with @VectorField");
		}
		if (!only) {
			throw refuse("nearness to '%s' stands beside an Or, but ranks all results".formatted(property.path()),
					"Combine Near and Within with other conditions by And, or make two methods of it");
		}
		if (this.near != null) {
			throw refuse(
					"results cannot be near in '%s' and '%s' at once".formatted(this.near.property(), property.path()),
					"Name Near or Within once");
		}
		VectorParameter parameter = this.keywords.next(property);
		if (!Near.accepts(parameter)) {
			throw refuse(
					"parameter %s is of type %s, which says no point to search near".formatted(parameter.label(),
							parameter.getType().getSimpleName()),
					"Declare it as Vector, float[] or, with a TextEmbedder, String");
		}
		boolean within = part.getType() == Type.WITHIN;
		VectorParameters parameters = this.method.getParameters();
		if (within && !parameters.boundsScores()) {
			throw refuse("Within has nothing that says how near",
					"Declare a parameter of type Similarity, Score or Range<Similarity>, or use Near");
		}
		return new Near(property.path(), parameter.getIndex(), within, new ScoreBounds(parameters, metric, within));
	}

	private UnsupportedQueryMethodException unused(VectorParameter parameter, PartTree tree) {
		return tree.getParts()
			.stream()
			.filter((part) -> part.getNumberOfArguments() == 0)
			.findFirst()
			.map((part) -> refuse(
					"its name has no use for parameter %s: the keyword after '%s' compares it with no value"
						.formatted(parameter.label(), part.getProperty().toDotPath()),
					"Leave out the parameter, or leave out the keyword, such as Exists or IsNull"))
			.orElseGet(() -> refuse("its name has no property for parameter %s".formatted(parameter.label()),
					"Name one property for each parameter, in the same order"));
	}

	private UnsupportedQueryMethodException refuse(String problem, String wayOut) {
		return this.method.refusal().because(problem, wayOut);
	}

}
