package io.quiver.spring.boot.autoconfigure;

import java.lang.annotation.Annotation;

import io.quiver.data.repository.config.EnableVectorRepositories;
import io.quiver.data.repository.config.VectorRepositoryConfigurationExtension;

import org.springframework.boot.autoconfigure.data.AbstractRepositoryConfigurationSourceSupport;
import org.springframework.data.repository.config.RepositoryConfigurationExtension;

/**
 * Looks for repositories in the packages of the application.
 *
 * @author Quiver
 */
class VectorRepositoriesRegistrar extends AbstractRepositoryConfigurationSourceSupport {

	@Override
	protected Class<? extends Annotation> getAnnotation() {
		return EnableVectorRepositories.class;
	}

	@Override
	protected Class<?> getConfiguration() {
		return EnableVectorRepositoriesConfiguration.class;
	}

	@Override
	protected RepositoryConfigurationExtension getRepositoryConfigurationExtension() {
		return new VectorRepositoryConfigurationExtension();
	}

	@EnableVectorRepositories
	private static final class EnableVectorRepositoriesConfiguration {

	}

}
