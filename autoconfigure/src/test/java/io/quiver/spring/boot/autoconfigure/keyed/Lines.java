package io.quiver.spring.boot.autoconfigure.keyed;

import io.quiver.data.repository.VectorRepository;

/**
 * A repository whose ids have several components.
 *
 * @author Quiver
 */
public interface Lines extends VectorRepository<Line, LineKey> {

}
