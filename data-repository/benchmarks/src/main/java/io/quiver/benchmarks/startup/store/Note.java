package io.quiver.benchmarks.startup.store;

import io.quiver.data.core.mapping.VectorCollection;
import io.quiver.data.core.mapping.VectorField;

import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Vector;

/**
 * The entity.
 *
 * @param id the id
 * @param text what it says
 * @param country an attribute
 * @param embedding what it means
 * @author Quiver
 * @since 0.1
 */
@VectorCollection
record Note(@Id Long id, String text, String country, @VectorField(dimension = 384) Vector embedding) {

}
