package io.quiver.spring.boot.autoconfigure.unsupported;

import io.quiver.data.core.mapping.VectorCollection;
import io.quiver.data.core.mapping.VectorField;

import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Vector;

/**
 * An entity.
 *
 * @param id the id
 * @param embedding the vector
 * @author Quiver
 */
@VectorCollection("notes")
public record Note(@Id String id, @VectorField(dimension = 3) Vector embedding) {
}
