package io.quiver.spring.boot.autoconfigure.doubles;

import io.quiver.data.repository.VectorRepository;

/**
 * A repository.
 *
 * @author Quiver
 */
public interface MeasureRepository extends VectorRepository<Measure, String> {

}
