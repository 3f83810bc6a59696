package io.quiver.spring.boot.autoconfigure.unknownstore;

import io.quiver.data.core.mapping.VectorCollection;

import org.springframework.data.annotation.Id;

/**
 * An entity of a store that is misspelt.
 *
 * @param id the id
 * @author Quiver
 */
@VectorCollection(store = "catlog")
public record Memo(@Id String id) {
}
