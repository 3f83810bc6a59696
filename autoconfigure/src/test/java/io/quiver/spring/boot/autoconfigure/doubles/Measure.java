package io.quiver.spring.boot.autoconfigure.doubles;

import io.quiver.data.core.mapping.VectorCollection;
import io.quiver.data.core.mapping.VectorField;

import org.springframework.data.annotation.Id;

/**
 * An entity with a vector of a type that none is kept in.
 *
 * @param id the id
 * @param embedding the vector
 * @author Quiver
 */
@VectorCollection("measures")
public record Measure(@Id String id, @VectorField(dimension = 3) double[] embedding) {
}
