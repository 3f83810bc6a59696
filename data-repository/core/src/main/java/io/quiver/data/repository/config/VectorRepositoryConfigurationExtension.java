package io.quiver.data.repository.config;

import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.List;

import io.quiver.data.core.mapping.VectorCollection;
import io.quiver.data.repository.VectorRepository;
import io.quiver.data.repository.support.VectorRepositoryFactoryBean;

import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.data.repository.config.RepositoryConfigurationExtensionSupport;
import org.springframework.data.repository.config.RepositoryConfigurationSource;
import org.springframework.util.StringUtils;

/**
 * Tells Spring Data which repositories are ours, also where other modules are looking for
 * theirs.
 *
 * @author Quiver
 * @since 0.1
 */
public class VectorRepositoryConfigurationExtension extends RepositoryConfigurationExtensionSupport {

	@Override
	public String getModuleName() {
		return "Quiver";
	}

	@Override
	@SuppressWarnings("deprecation")
	protected String getModulePrefix() {
		return "quiver";
	}

	@Override
	public String getRepositoryFactoryBeanClassName() {
		return VectorRepositoryFactoryBean.class.getName();
	}

	@Override
	protected Collection<Class<? extends Annotation>> getIdentifyingAnnotations() {
		return List.of(VectorCollection.class);
	}

	@Override
	protected Collection<Class<?>> getIdentifyingTypes() {
		return List.of(VectorRepository.class);
	}

	@Override
	public void postProcess(BeanDefinitionBuilder builder, RepositoryConfigurationSource source) {
		source.getAttribute("vectorTemplateRef")
			.filter(StringUtils::hasText)
			.ifPresent((template) -> builder.addPropertyReference("vectorOperations", template));
	}

}
