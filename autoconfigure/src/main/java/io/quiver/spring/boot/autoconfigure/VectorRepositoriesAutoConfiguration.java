package io.quiver.spring.boot.autoconfigure;

import io.quiver.data.repository.VectorRepository;
import io.quiver.data.repository.config.VectorRepositoryConfigurationExtension;
import io.quiver.data.repository.support.VectorRepositoryFactoryBean;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Import;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the application's
 * {@link VectorRepository repositories}, as long as it does not say itself where they
 * are.
 *
 * @author Quiver
 * @since 0.1
 */
@AutoConfiguration(after = DefaultVectorStoreAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "quiver.repositories.enabled", matchIfMissing = true)
@ConditionalOnMissingBean({ VectorRepositoryFactoryBean.class, VectorRepositoryConfigurationExtension.class })
@Import(VectorRepositoriesRegistrar.class)
public final class VectorRepositoriesAutoConfiguration {

}
