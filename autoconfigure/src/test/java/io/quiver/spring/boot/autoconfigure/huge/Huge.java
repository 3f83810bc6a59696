package io.quiver.spring.boot.autoconfigure.huge;

import io.quiver.data.core.mapping.VectorCollection;
import io.quiver.data.core.mapping.VectorField;

import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Vector;

/**
 * An entity with a vector that is too long for the embedded store.
 *
 * @param id the id
 * @param country the country
 * @param embedding the vector
 * @author Quiver
 */
@VectorCollection("huge")
public record Huge(@Id String id, String country, @VectorField(dimension = 5000) Vector embedding) {
}
