package io.quiver.sample;

import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.SearchResult;
import org.springframework.data.domain.SearchResults;
import org.springframework.stereotype.Service;

/**
 * Searches by meaning, filtered where that is asked for.
 *
 * @author Quiver
 */
@Service
class PropertySearch {

	private final PropertyCatalogue catalogue;

	private final ConfigurationProperties properties;

	private final Filters filters;

	PropertySearch(PropertyCatalogue catalogue, ConfigurationProperties properties, Filters filters) {
		this.catalogue = catalogue;
		this.properties = properties;
		this.filters = filters;
	}

	SearchResults<PropertyDescription> search(String text, SearchConditions conditions, int limit) {
		if (conditions.isEmpty()) {
			return this.properties.searchByEmbeddingNear(text, Limit.of(limit));
		}
		return this.filters.required()
			.searchByGroupInAndTypeInAndDeprecatedInAndEmbeddingNear(
					conditions.groupOr(this.catalogue.groups().keySet()),
					conditions.typeOr(this.catalogue.types().keySet()), conditions.deprecatedOrBoth(), text,
					Limit.of(limit));
	}

	Optional<ConfigurationProperty> find(String name) {
		return this.properties.findById(ConfigurationProperty.id(name));
	}

	/**
	 * Search with the vector of a property that is stored.
	 * @param property the property
	 * @param limit how many others are wanted
	 * @return the others, nearest first
	 */
	SearchResults<PropertyDescription> similar(ConfigurationProperty property, int limit) {
		List<SearchResult<PropertyDescription>> others = this.properties
			.searchByEmbeddingNear(property.embedding(), Limit.of(limit + 1))
			.stream()
			.filter((result) -> !result.getContent().name().equals(property.name()))
			.limit(limit)
			.toList();
		return new SearchResults<>(others);
	}

}
