package io.quiver.data.repository.query;

import java.util.List;

import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.core.query.WriteOptions;

import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.data.core.TypeInformation;
import org.springframework.data.domain.Range;
import org.springframework.data.domain.Score;
import org.springframework.data.domain.ScoringFunction;
import org.springframework.data.repository.query.Parameter;

/**
 * One parameter of a query method. Scores, scoring functions and options belong to the
 * search as a whole: were they left to Spring Data, which counts them among the arguments
 * of the method's name, each would be fed to the property that comes next.
 *
 * @author Quiver
 */
final class VectorParameter extends Parameter {

	private final Class<?> type;

	private final ResolvableType declared;

	private final boolean scoreRange;

	private final boolean named;

	VectorParameter(MethodParameter parameter, TypeInformation<?> domainType) {
		super(parameter, domainType);
		this.type = parameter.getParameterType();
		this.declared = ResolvableType.forMethodParameter(parameter);
		this.scoreRange = Range.class.isAssignableFrom(this.type)
				&& Score.class.isAssignableFrom(this.declared.getGeneric(0).resolve(Object.class));
		this.named = parameter.getParameterName() != null;
	}

	@Override
	public boolean isSpecialParameter() {
		return super.isSpecialParameter() || this.scoreRange || is(Score.class) || is(ScoringFunction.class)
				|| is(SearchOptions.class) || is(WriteOptions.class);
	}

	boolean is(Class<?> type) {
		return type.isAssignableFrom(getType());
	}

	/**
	 * Return whether this is a range of scores or, which Spring Data's own test misses,
	 * of similarities.
	 * @return whether this is a range of scores
	 */
	boolean isRangeOfScores() {
		return this.scoreRange;
	}

	/**
	 * Return the type of the values in an argument: of the elements, if it holds several.
	 * @return the type, {@link Object} where it is not said
	 */
	Class<?> elementType() {
		ResolvableType argument = (getType() != this.type) ? this.declared.getGeneric(0) : this.declared;
		if (argument.isArray()) {
			return argument.getComponentType().resolve(Object.class);
		}
		for (Class<?> holder : List.of(Iterable.class, Range.class)) {
			if (argument.as(holder) != ResolvableType.NONE) {
				return argument.as(holder).getGeneric(0).resolve(Object.class);
			}
		}
		return getType();
	}

	String label() {
		return (this.named) ? "'" + getName().orElse("#" + getIndex()) + "'" : "#" + getIndex();
	}

}
