package io.quiver.data.repository.config;

import java.lang.annotation.Annotation;

import org.springframework.data.repository.config.RepositoryBeanDefinitionRegistrarSupport;
import org.springframework.data.repository.config.RepositoryConfigurationExtension;

/**
 * Registers the repositories that {@link EnableVectorRepositories} asks for.
 *
 * @author Quiver
 * @since 0.1
 */
public class VectorRepositoriesRegistrar extends RepositoryBeanDefinitionRegistrarSupport {

	@Override
	protected Class<? extends Annotation> getAnnotation() {
		return EnableVectorRepositories.class;
	}

	@Override
	protected RepositoryConfigurationExtension getExtension() {
		return new VectorRepositoryConfigurationExtension();
	}

}
