package io.quiver.spring.boot.autoconfigure.article;

import io.quiver.data.core.mapping.VectorCollection;
import io.quiver.data.core.mapping.VectorField;

import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Vector;

/**
 * An entity of the primary store.
 *
 * @param id the id
 * @param country the country
 * @param embedding the vector
 * @author Quiver
 */
@VectorCollection("articles")
public record Article(@Id String id, String country, @VectorField(dimension = 3) Vector embedding) {
}
