package io.quiver.data.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

import org.springframework.data.domain.SearchResult;
import org.springframework.data.domain.SearchResults;

/**
 * Writes search results as an array.
 *
 * @author Quiver
 */
class SearchResultsSerializer extends StdSerializer<SearchResults<?>> {

	SearchResultsSerializer() {
		super(SearchResults.class);
	}

	@Override
	public void serialize(SearchResults<?> results, JsonGenerator generator, SerializationContext context) {
		generator.writeStartArray(results);
		for (SearchResult<?> result : results) {
			context.writeValue(generator, result);
		}
		generator.writeEndArray();
	}

}
