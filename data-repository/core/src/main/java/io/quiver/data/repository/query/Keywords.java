package io.quiver.data.repository.query;

import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

import io.quiver.data.core.mapping.VectorMappingContext;
import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.Filter.Comparison;
import io.quiver.data.core.query.Filter.Operator;
import io.quiver.data.core.query.Filter.Position;
import io.quiver.data.core.query.Filter.Text;

import org.springframework.data.domain.Range;
import org.springframework.data.repository.query.parser.Part;
import org.springframework.data.repository.query.parser.Part.IgnoreCaseType;
import org.springframework.data.util.Streamable;
import org.springframework.util.ObjectUtils;

/**
 * Turns each keyword of a method's name, but {@code Near} and {@code Within}, into a
 * condition.
 *
 * @author Quiver
 */
final class Keywords {

	private final VectorQueryMethod method;

	private final ArgumentTypes types;

	private final Iterator<VectorParameter> parameters;

	Keywords(VectorQueryMethod method, VectorMappingContext context, Iterator<VectorParameter> parameters) {
		this.method = method;
		this.types = new ArgumentTypes(context, method.domainType());
		this.parameters = parameters;
	}

	Condition condition(Part part, Property property) {
		if (property.isMap()) {
			throw refuse("'%s' holds free metadata".formatted(property.path()),
					"Filter its keys with Query and Filter, as '%s.<key>'".formatted(property.path()));
		}
		Filter.Field field = Filter.where(property.path());
		boolean ignoreCase = ignoreCase(part, property);
		return switch (part.getType()) {
			case SIMPLE_PROPERTY -> equal(field, property, ignoreCase);
			case NEGATING_SIMPLE_PROPERTY -> equal(field, property, ignoreCase).negate();
			case LESS_THAN, BEFORE -> compare(property, Operator.LT);
			case LESS_THAN_EQUAL -> compare(property, Operator.LTE);
			case GREATER_THAN, AFTER -> compare(property, Operator.GT);
			case GREATER_THAN_EQUAL -> compare(property, Operator.GTE);
			case BETWEEN -> between(field, property);
			case IN -> in(field, property, ignoreCase);
			case NOT_IN -> in(field, property, ignoreCase).negate();
			case LIKE -> like(field, property, ignoreCase);
			case NOT_LIKE -> like(field, property, ignoreCase).negate();
			case STARTING_WITH -> text(property, Position.PREFIX, ignoreCase);
			case ENDING_WITH -> text(property, Position.SUFFIX, ignoreCase);
			case CONTAINING -> containing(field, property, ignoreCase);
			case NOT_CONTAINING -> containing(field, property, ignoreCase).negate();
			case IS_NULL -> constant(field.isNull());
			case IS_NOT_NULL, EXISTS -> constant(field.isNotNull());
			case IS_EMPTY -> empty(field, property);
			case IS_NOT_EMPTY -> empty(field, property).negate();
			case TRUE -> truth(field, property, true);
			case FALSE -> truth(field, property, false);
			case REGEX -> matches(field, property);
			case NEAR, WITHIN -> throw new IllegalArgumentException("Nearness is no condition");
		};
	}

	/**
	 * Return the next parameter that belongs to a keyword.
	 * @param property the property that the keyword is about
	 * @return the parameter
	 */
	VectorParameter next(Property property) {
		if (!this.parameters.hasNext()) {
			throw refuse("it has no parameter for '%s'".formatted(property.path()),
					"Declare one parameter for each value that the name asks for, in the same order");
		}
		return this.parameters.next();
	}

	/**
	 * Return the next parameter, whose arguments are compared with the property.
	 * @param property the property
	 * @return the parameter
	 */
	VectorParameter value(Property property) {
		VectorParameter parameter = next(property);
		check(parameter, parameter.getType(), property);
		return parameter;
	}

	private void check(VectorParameter parameter, Class<?> given, Property property) {
		Class<?> declared = property.valueType();
		if (!this.types.fits(given, property.path(), declared)) {
			throw refuse(
					"parameter %s gives %s, but '%s' is of type %s".formatted(parameter.label(), given.getSimpleName(),
							property.path(), declared.getSimpleName()),
					"Declare a parameter of the property's type; parameters stand in the order of the name");
		}
	}

	private Condition equal(Filter.Field field, Property property, boolean ignoreCase) {
		single(property, "compares");
		int index = value(property).getIndex();
		return new Condition(new Comparison(property.path(), Operator.EQ, Condition.PLACEHOLDER, ignoreCase),
				(arguments) -> {
					Object value = arguments.get(index);
					return (value != null) ? new Comparison(property.path(), Operator.EQ, value, ignoreCase)
							: field.isNull();
				});
	}

	private Condition compare(Property property, Operator operator) {
		single(property, "compares");
		int index = value(property).getIndex();
		return new Condition(new Comparison(property.path(), operator, Condition.PLACEHOLDER, false),
				(arguments) -> new Comparison(property.path(), operator, arguments.required(index), false));
	}

	private Condition between(Filter.Field field, Property property) {
		single(property, "compares");
		Filter shape = field.between(Condition.PLACEHOLDER, Condition.PLACEHOLDER);
		VectorParameter lower = next(property);
		if (lower.is(Range.class)) {
			check(lower, lower.elementType(), property);
			return new Condition(shape, (arguments) -> range(field, (Range<?>) arguments.required(lower.getIndex())));
		}
		check(lower, lower.getType(), property);
		int upper = value(property).getIndex();
		return new Condition(shape,
				(arguments) -> field.between(arguments.required(lower.getIndex()), arguments.required(upper)));
	}

	private static Filter range(Filter.Field field, Range<?> range) {
		Filter lower = range.getLowerBound()
			.getValue()
			.map((value) -> (range.getLowerBound().isInclusive()) ? field.gte(value) : field.gt(value))
			.orElse(null);
		Filter upper = range.getUpperBound()
			.getValue()
			.map((value) -> (range.getUpperBound().isInclusive()) ? field.lte(value) : field.lt(value))
			.orElse(null);
		if (lower == null) {
			return (upper != null) ? upper : Filter.and();
		}
		return (upper != null) ? Filter.and(lower, upper) : lower;
	}

	private Condition in(Filter.Field field, Property property, boolean ignoreCase) {
		single(property, "compares");
		VectorParameter parameter = next(property);
		check(parameter, parameter.elementType(), property);
		int index = parameter.getIndex();
		if (ignoreCase) {
			return new Condition(Filter.or(field.isIgnoreCase(Condition.PLACEHOLDER)),
					(arguments) -> Filter.or(values(arguments, index).stream()
						.map((value) -> field.isIgnoreCase(value.toString()))
						.toArray(Filter[]::new)));
		}
		return new Condition(field.in(List.of(Condition.PLACEHOLDER)),
				(arguments) -> field.in(values(arguments, index)));
	}

	private static Collection<?> values(Arguments arguments, int index) {
		Object value = arguments.required(index);
		Collection<?> values = (value instanceof Collection<?> collection) ? collection
				: (value instanceof Iterable<?> iterable) ? Streamable.of(iterable).toList()
						: (value.getClass().isArray()) ? Arrays.asList(ObjectUtils.toObjectArray(value))
								: List.of(value);
		if (values.stream().anyMatch(Objects::isNull)) {
			throw arguments.error("argument %s must not contain null".formatted(arguments.label(index)));
		}
		return values;
	}

	private Condition text(Property property, Position position, boolean ignoreCase) {
		string(property);
		int index = value(property).getIndex();
		return new Condition(new Text(property.path(), position, Condition.PLACEHOLDER, ignoreCase),
				(arguments) -> new Text(property.path(), position, arguments.required(index).toString(), ignoreCase));
	}

	private Condition like(Filter.Field field, Property property, boolean ignoreCase) {
		string(property);
		int index = value(property).getIndex();
		return new Condition(new Text(property.path(), Position.ANYWHERE, Condition.PLACEHOLDER, ignoreCase),
				(arguments) -> LikePattern.of(arguments, index).filter(field, ignoreCase));
	}

	private Condition containing(Filter.Field field, Property property, boolean ignoreCase) {
		if (!property.isList()) {
			return text(property, Position.ANYWHERE, ignoreCase);
		}
		int index = value(property).getIndex();
		return new Condition(field.contains(Condition.PLACEHOLDER),
				(arguments) -> field.contains(arguments.required(index)));
	}

	private Condition empty(Filter.Field field, Property property) {
		if (property.isList()) {
			throw refuse("no store is asked whether the list '%s' is empty".formatted(property.path()),
					"Ask for IsNull, or keep the number of elements in a property of its own");
		}
		string(property);
		return constant(field.is(""));
	}

	private Condition truth(Filter.Field field, Property property, boolean value) {
		if (!property.isBoolean()) {
			throw refuse("'%s' is neither true nor false".formatted(property.path()),
					"Use True and False on boolean properties only");
		}
		return constant(field.is(value));
	}

	private Condition matches(Filter.Field field, Property property) {
		if (!property.isFullText()) {
			throw refuse("Matches searches words, but '%s' is not a full-text property".formatted(property.path()),
					"Annotate it with @FullText, or use Containing; there are no regular expressions");
		}
		int index = value(property).getIndex();
		return new Condition(field.matches(Condition.PLACEHOLDER),
				(arguments) -> field.matches(arguments.required(index).toString()));
	}

	private static Condition constant(Filter filter) {
		return new Condition(filter, (arguments) -> filter);
	}

	private boolean ignoreCase(Part part, Property property) {
		if (part.shouldIgnoreCase() == IgnoreCaseType.NEVER) {
			return false;
		}
		boolean possible = property.isString() && switch (part.getType()) {
			case SIMPLE_PROPERTY, NEGATING_SIMPLE_PROPERTY, IN, NOT_IN, LIKE, NOT_LIKE, STARTING_WITH, ENDING_WITH,
					CONTAINING, NOT_CONTAINING ->
				true;
			default -> false;
		};
		if (!possible && part.shouldIgnoreCase() == IgnoreCaseType.ALWAYS) {
			throw refuse("case cannot be ignored in the comparison of '%s'".formatted(property.path()),
					"Use IgnoreCase with strings that are compared by equality, In, Like, StartingWith, EndingWith or "
							+ "Containing");
		}
		return possible;
	}

	private void single(Property property, String verb) {
		if (property.isVector()) {
			throw refuse("no store %s the vector '%s' by its components".formatted(verb, property.path()),
					"Use Near or Within, or IsNull and IsNotNull");
		}
		if (property.isList()) {
			throw refuse("no store %s the list '%s' as a whole".formatted(verb, property.path()),
					"Use Containing to look for an element");
		}
	}

	private void string(Property property) {
		if (!property.isString()) {
			throw refuse("'%s' is not a string".formatted(property.path()),
					"Look for texts in strings only, and compare other values by equality or order");
		}
	}

	private UnsupportedQueryMethodException refuse(String problem, String wayOut) {
		return this.method.refusal().because(problem, wayOut);
	}

}
