package io.quiver.spring.boot.autoconfigure.huge;

import io.quiver.data.repository.VectorRepository;

/**
 * A repository.
 *
 * @author Quiver
 */
public interface HugeRepository extends VectorRepository<Huge, String> {

}
