package io.quiver.spring.boot.autoconfigure.endpoint;

import io.quiver.spring.boot.autoconfigure.inspect.Secrets;
import io.quiver.spring.boot.autoconfigure.inspect.Shown;

import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} that hides the secrets of stores
 * from the endpoint {@code env}, also where the application has all values shown: who
 * wants to see the properties of an application need not see its passwords. A bean
 * {@code quiverSanitizingFunction} of the application decides otherwise.
 *
 * @author Quiver
 * @since 0.1
 */
@AutoConfiguration
@ConditionalOnClass(SanitizingFunction.class)
public final class StoreSecretsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "quiverSanitizingFunction")
	SanitizingFunction quiverSanitizingFunction() {
		return StoreSecretsAutoConfiguration::sanitize;
	}

	private static SanitizableData sanitize(SanitizableData data) {
		if (Secrets.isNamed(data.getKey())) {
			return data.withSanitizedValue();
		}
		return (Secrets.isOfStore(data.getKey()) && data.getValue() instanceof CharSequence value)
				? data.withValue(Shown.addresses(value.toString())) : data;
	}

}
