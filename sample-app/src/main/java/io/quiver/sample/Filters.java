package io.quiver.sample;

import io.quiver.data.core.VectorOperations;
import io.quiver.data.repository.query.UnsupportedQueryMethodException;
import io.quiver.data.repository.support.VectorRepositoryFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.repository.query.QueryCreationException;
import org.springframework.stereotype.Component;

/**
 * The repository of the filtered methods, where the store can do what they ask for, else
 * the store's own words why it cannot.
 *
 * @author Quiver
 */
@Component
class Filters {

	private final @Nullable FilteredConfigurationProperties repository;

	private final @Nullable String objection;

	Filters(VectorOperations operations) {
		FilteredConfigurationProperties repository = null;
		String objection = null;
		try {
			repository = new VectorRepositoryFactory(operations).getRepository(FilteredConfigurationProperties.class);
		}
		catch (QueryCreationException ex) {
			if (!(ex.getCause() instanceof UnsupportedQueryMethodException unsupported)) {
				throw ex;
			}
			objection = "store %s: %s".formatted(unsupported.getStore(), unsupported.getProblem());
		}
		this.repository = repository;
		this.objection = objection;
	}

	/**
	 * Return why there are no filters.
	 * @return the objection, or {@code null} if there are
	 */
	@Nullable String objection() {
		return this.objection;
	}

	FilteredConfigurationProperties required() {
		if (this.repository == null) {
			throw new InvalidDataAccessApiUsageException(String.valueOf(this.objection));
		}
		return this.repository;
	}

}
