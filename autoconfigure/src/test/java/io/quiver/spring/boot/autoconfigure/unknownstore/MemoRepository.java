package io.quiver.spring.boot.autoconfigure.unknownstore;

import io.quiver.data.repository.VectorRepository;

/**
 * A repository of a store that is misspelt.
 *
 * @author Quiver
 */
public interface MemoRepository extends VectorRepository<Memo, String> {

}
