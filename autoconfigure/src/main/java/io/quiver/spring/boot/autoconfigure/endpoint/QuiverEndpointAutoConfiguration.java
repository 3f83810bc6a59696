package io.quiver.spring.boot.autoconfigure.endpoint;

import io.quiver.spring.boot.autoconfigure.VectorRepositoriesAutoConfiguration;
import io.quiver.spring.boot.autoconfigure.inspect.Secrets;
import io.quiver.spring.boot.autoconfigure.inspect.Shown;
import io.quiver.spring.boot.autoconfigure.kind.StoreConnectionDetails;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the {@link QuiverEndpoint}.
 *
 * @author Quiver
 * @since 0.1
 */
@AutoConfiguration(after = VectorRepositoriesAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnAvailableEndpoint(QuiverEndpoint.class)
public final class QuiverEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	QuiverEndpoint quiverEndpoint(ConfigurableListableBeanFactory beans, Environment environment,
			ObjectProvider<StoreConnectionDetails> details, ObjectProvider<SanitizingFunction> functions) {
		return new QuiverEndpoint(beans, new Shown(Secrets.of(environment, details.stream())),
				functions.orderedStream().toList());
	}

}
