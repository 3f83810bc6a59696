package io.quiver.spring.boot.test.autoconfigure.shop;

import io.quiver.data.core.mapping.VectorCollection;
import io.quiver.data.core.mapping.VectorField;

import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Vector;

/**
 * An entity.
 *
 * @param id the id
 * @param country the country
 * @param embedding the vector
 * @author Quiver
 */
@VectorCollection(name = "products", store = "catalog")
public record Product(@Id String id, String country, @VectorField(dimension = 3) Vector embedding) {
}
