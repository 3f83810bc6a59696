package io.quiver.data.json;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

import org.springframework.data.domain.SearchResult;

/**
 * Writes a search result as its content and its score, as a number.
 *
 * @author Quiver
 */
class SearchResultSerializer extends StdSerializer<SearchResult<?>> {

	SearchResultSerializer() {
		super(SearchResult.class);
	}

	@Override
	public void serialize(SearchResult<?> result, JsonGenerator generator, SerializationContext context) {
		generator.writeStartObject(result);
		generator.writeName("content");
		context.writeValue(generator, result.getContent());
		generator.writeName("score");
		generator.writeNumber(result.getScore().getValue());
		generator.writeEndObject();
	}

}
