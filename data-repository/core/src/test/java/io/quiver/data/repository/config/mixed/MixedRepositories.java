package io.quiver.data.repository.config.mixed;

import io.quiver.data.repository.Article;
import io.quiver.data.repository.VectorRepository;
import io.quiver.data.repository.config.EnableVectorRepositories;

import org.springframework.context.annotation.Configuration;
import org.springframework.data.annotation.Id;
import org.springframework.data.repository.CrudRepository;

/**
 * Repositories of two modules in one package.
 */
@Configuration(proxyBeanMethods = false)
@EnableVectorRepositories(considerNestedRepositories = true)
public class MixedRepositories {

	public interface OursByType extends VectorRepository<Plain, Long> {

	}

	public interface OursByEntity extends CrudRepository<Article, Long> {

	}

	public interface Foreign extends CrudRepository<Plain, Long> {

	}

	public record Plain(@Id Long id) {
	}

}
