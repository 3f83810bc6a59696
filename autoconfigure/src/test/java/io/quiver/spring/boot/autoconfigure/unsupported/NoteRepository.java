package io.quiver.spring.boot.autoconfigure.unsupported;

import io.quiver.data.repository.VectorRepository;

import org.springframework.data.domain.Vector;

/**
 * A repository with a method that no store can carry out.
 *
 * @author Quiver
 */
public interface NoteRepository extends VectorRepository<Note, String> {

	long countByEmbeddingNear(Vector vector);

}
