package io.quiver.data.repository;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.quiver.data.core.mapping.FullText;
import io.quiver.data.core.mapping.VectorCollection;
import io.quiver.data.core.mapping.VectorField;
import io.quiver.data.core.query.Metric;

import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Vector;

/**
 * An entity with a property of every kind that method names speak of.
 */
@VectorCollection("articles")
public record Article(@Id Long id, String title, String country, int words, Instant published, boolean draft,
		List<String> tags, @FullText String body, Map<String, Object> metadata,
		@VectorField(dimension = 3) Vector embedding,
		@VectorField(dimension = 2, metric = Metric.EUCLIDEAN) float[] image) {

	public static Article of(long id, String title) {
		return new Article(id, title, "NL", 100, Instant.EPOCH, false, List.of(), "body", Map.of(),
				Vector.of(1f, 0f, 0f), new float[] { 0, 1 });
	}

}
