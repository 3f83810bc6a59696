package io.quiver.data.json;

import tools.jackson.databind.module.SimpleModule;

import org.springframework.data.domain.Score;
import org.springframework.data.domain.SearchResult;
import org.springframework.data.domain.SearchResults;
import org.springframework.data.domain.Similarity;
import org.springframework.data.domain.Vector;

/**
 * Jackson module that lets entities with vectors and whatever a search returns go
 * straight to and from JSON: a {@link Vector} as an array of numbers, a {@link Score} as
 * a number, a {@link SearchResult} as an object of {@code content} and {@code score},
 * {@link SearchResults} as an array of these.
 *
 * @author Quiver
 * @since 0.1
 */
public class VectorJacksonModule extends SimpleModule {

	public VectorJacksonModule() {
		super(VectorJacksonModule.class.getName());
		addSerializer(new VectorSerializer());
		addDeserializer(Vector.class, new VectorDeserializer());
		addSerializer(new ScoreSerializer());
		addDeserializer(Score.class, new ScoreDeserializer<>(Score.class, Score::of));
		addDeserializer(Similarity.class, new ScoreDeserializer<>(Similarity.class, Similarity::of));
		addSerializer(new SearchResultSerializer());
		addSerializer(new SearchResultsSerializer());
	}

}
