package io.quiver.sample;

import java.util.Collection;

import io.quiver.data.repository.VectorRepository;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.SearchResults;
import org.springframework.data.repository.NoRepositoryBean;

/**
 * What more can be asked where the store filters. {@link Filters} makes it, since there
 * are stores that do not.
 *
 * @author Quiver
 */
@NoRepositoryBean
interface FilteredConfigurationProperties extends VectorRepository<ConfigurationProperty, Long> {

	SearchResults<PropertyDescription> searchByGroupInAndTypeInAndDeprecatedInAndEmbeddingNear(
			Collection<String> groups, Collection<String> types, Collection<Boolean> deprecated, String text,
			Limit limit);

}
