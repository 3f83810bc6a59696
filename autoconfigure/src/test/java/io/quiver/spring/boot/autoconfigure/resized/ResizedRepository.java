package io.quiver.spring.boot.autoconfigure.resized;

import io.quiver.data.repository.VectorRepository;

/**
 * A repository.
 *
 * @author Quiver
 */
public interface ResizedRepository extends VectorRepository<Resized, String> {

}
