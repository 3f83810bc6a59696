package io.quiver.spring.boot.autoconfigure.resized;

import io.quiver.data.core.mapping.VectorCollection;
import io.quiver.data.core.mapping.VectorField;

import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Vector;

/**
 * The articles with vectors of another dimension.
 *
 * @param id the id
 * @param country the country
 * @param embedding the vector
 * @author Quiver
 */
@VectorCollection("articles")
public record Resized(@Id String id, String country, @VectorField(dimension = 4) Vector embedding) {
}
