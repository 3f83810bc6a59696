package io.quiver.spring.boot.autoconfigure.quote;

import io.quiver.data.core.mapping.VectorCollection;
import io.quiver.data.core.mapping.VectorField;

import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Vector;

/**
 * An entity that fits every store.
 *
 * @param id the id
 * @param text the text
 * @param embedding the vector
 * @author Quiver
 */
@VectorCollection("quotes")
public record Quote(@Id Long id, String text, @VectorField(dimension = 3) Vector embedding) {
}
