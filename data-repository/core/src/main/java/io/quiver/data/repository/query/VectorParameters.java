package io.quiver.data.repository.query;

import java.util.List;
import java.util.function.Predicate;

import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.core.query.WriteOptions;

import org.springframework.data.domain.Score;
import org.springframework.data.domain.ScoringFunction;
import org.springframework.data.repository.query.Parameters;
import org.springframework.data.repository.query.ParametersSource;

/**
 * The parameters of a query method. Places are always those in the method's signature:
 * the copy with the bindable parameters alone loses the places of the special ones.
 *
 * @author Quiver
 */
final class VectorParameters extends Parameters<VectorParameters, VectorParameter> {

	private final int score;

	private final int scoreRange;

	private final int scoringFunction;

	private final int searchOptions;

	private final int writeOptions;

	VectorParameters(ParametersSource source) {
		super(source, (parameter) -> new VectorParameter(parameter, source.getDomainTypeInformation()));
		this.score = indexOf((parameter) -> parameter.is(Score.class));
		this.scoreRange = indexOf(VectorParameter::isRangeOfScores);
		this.scoringFunction = indexOf((parameter) -> parameter.is(ScoringFunction.class));
		this.searchOptions = indexOf((parameter) -> parameter.is(SearchOptions.class));
		this.writeOptions = indexOf((parameter) -> parameter.is(WriteOptions.class));
	}

	private VectorParameters(List<VectorParameter> bindable) {
		super(bindable);
		this.score = -1;
		this.scoreRange = -1;
		this.scoringFunction = -1;
		this.searchOptions = -1;
		this.writeOptions = -1;
	}

	@Override
	protected VectorParameters createFrom(List<VectorParameter> parameters) {
		return new VectorParameters(parameters);
	}

	private int indexOf(Predicate<VectorParameter> wanted) {
		for (VectorParameter parameter : this) {
			if (wanted.test(parameter)) {
				return parameter.getIndex();
			}
		}
		return -1;
	}

	int score() {
		return this.score;
	}

	int scoreRange() {
		return this.scoreRange;
	}

	int scoringFunction() {
		return this.scoringFunction;
	}

	int searchOptions() {
		return this.searchOptions;
	}

	int writeOptions() {
		return this.writeOptions;
	}

	boolean boundsScores() {
		return this.score >= 0 || this.scoreRange >= 0;
	}

}
