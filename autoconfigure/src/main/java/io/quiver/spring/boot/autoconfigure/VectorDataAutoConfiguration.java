package io.quiver.spring.boot.autoconfigure;

import io.quiver.data.core.convert.VectorCustomConversions;
import io.quiver.data.core.mapping.VectorCollection;
import io.quiver.data.core.mapping.VectorMappingContext;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.persistence.autoconfigure.EntityScanner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for what all stores share: how
 * entities are mapped and converted.
 *
 * @author Quiver
 * @since 0.1
 */
@AutoConfiguration
public final class VectorDataAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	VectorCustomConversions vectorCustomConversions() {
		return new VectorCustomConversions();
	}

	@Bean
	@ConditionalOnMissingBean
	VectorMappingContext vectorMappingContext(ApplicationContext context, VectorCustomConversions conversions)
			throws ClassNotFoundException {
		VectorMappingContext mappingContext = new VectorMappingContext(conversions);
		mappingContext.setInitialEntitySet(new EntityScanner(context).scan(VectorCollection.class));
		return mappingContext;
	}

}
