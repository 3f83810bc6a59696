package io.quiver.spring.boot.autoconfigure.keyed;

import io.quiver.data.core.mapping.VectorCollection;

import org.springframework.data.annotation.Id;

/**
 * An entity whose id has several components.
 *
 * @param id the id
 * @param text the text
 * @author Quiver
 */
@VectorCollection("lines")
public record Line(@Id LineKey id, String text) {
}
