package io.quiver.data.repository.query;

import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.core.query.WriteOptions;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.query.ParametersParameterAccessor;

/**
 * The arguments of one call.
 *
 * @author Quiver
 */
final class Arguments extends ParametersParameterAccessor {

	private final VectorQueryMethod method;

	Arguments(VectorQueryMethod method, @Nullable Object[] values) {
		super(method.getParameters(), values);
		this.method = method;
	}

	@Nullable Object get(int index) {
		return getValue(index);
	}

	/**
	 * Return an argument that null makes no sense for.
	 * @param index the place in the signature
	 * @return the argument
	 */
	Object required(int index) {
		Object value = getValue(index);
		if (value == null) {
			throw error("argument %s must not be null".formatted(label(index)));
		}
		return value;
	}

	@Override
	public Limit getLimit() {
		Limit limit = (this.method.getParameters().hasLimitParameter())
				? getValue(this.method.getParameters().getLimitIndex()) : null;
		return (limit != null) ? limit : Limit.unlimited();
	}

	@Override
	public Pageable getPageable() {
		VectorParameters parameters = this.method.getParameters();
		return (parameters.hasPageableParameter()) ? (Pageable) required(parameters.getPageableIndex())
				: Pageable.unpaged();
	}

	SearchOptions searchOptions() {
		int index = this.method.getParameters().searchOptions();
		SearchOptions options = (index >= 0) ? getValue(index) : null;
		return (options != null) ? options : SearchOptions.none();
	}

	@Nullable WriteOptions writeOptions() {
		int index = this.method.getParameters().writeOptions();
		return (index >= 0) ? getValue(index) : null;
	}

	String label(int index) {
		return this.method.getParameters().getParameter(index).label();
	}

	InvalidDataAccessApiUsageException error(String problem) {
		return new InvalidDataAccessApiUsageException("%s: %s".formatted(this.method.getSignature(), problem));
	}

}
