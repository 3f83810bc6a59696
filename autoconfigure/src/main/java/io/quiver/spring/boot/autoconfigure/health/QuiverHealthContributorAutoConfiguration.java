package io.quiver.spring.boot.autoconfigure.health;

import io.quiver.data.store.RowStore;
import io.quiver.spring.boot.autoconfigure.DefaultVectorStoreAutoConfiguration;
import io.quiver.spring.boot.autoconfigure.HealthProperties;
import io.quiver.spring.boot.autoconfigure.inspect.Secrets;
import io.quiver.spring.boot.autoconfigure.inspect.Shown;
import io.quiver.spring.boot.autoconfigure.inspect.Stores;
import io.quiver.spring.boot.autoconfigure.kind.StoreConnectionDetails;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for {@code /actuator/health/quiver}:
 * of every {@link RowStore} whether it answers.
 *
 * @author Quiver
 * @since 0.1
 */
@AutoConfiguration(after = DefaultVectorStoreAutoConfiguration.class)
@ConditionalOnClass({ HealthContributor.class, ConditionalOnEnabledHealthIndicator.class })
@ConditionalOnBean(RowStore.class)
@ConditionalOnEnabledHealthIndicator("quiver")
public final class QuiverHealthContributorAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = { "quiverHealthIndicator", "quiverHealthContributor" })
	QuiverHealthContributor quiverHealthContributor(ConfigurableListableBeanFactory beans, Environment environment,
			ObjectProvider<StoreConnectionDetails> details) {
		HealthProperties properties = Binder.get(environment).bindOrCreate("quiver.health", HealthProperties.class);
		return new QuiverHealthContributor(new Stores(beans), properties.timeout(),
				new Shown(Secrets.of(environment, details.stream())));
	}

}
