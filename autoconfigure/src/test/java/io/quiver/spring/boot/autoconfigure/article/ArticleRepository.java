package io.quiver.spring.boot.autoconfigure.article;

import java.util.List;

import io.quiver.data.repository.VectorRepository;

/**
 * A repository of the primary store.
 *
 * @author Quiver
 */
public interface ArticleRepository extends VectorRepository<Article, String> {

	List<Article> findByCountry(String country);

}
