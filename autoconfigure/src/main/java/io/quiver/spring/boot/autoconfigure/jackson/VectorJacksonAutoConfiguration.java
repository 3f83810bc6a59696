package io.quiver.spring.boot.autoconfigure.jackson;

import io.quiver.data.json.VectorJacksonModule;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for vectors, scores and search
 * results in JSON. Boot's mappers take up every module that is a bean.
 *
 * @author Quiver
 * @since 0.1
 */
@AutoConfiguration(beforeName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration")
@ConditionalOnClass({ JsonMapper.class, VectorJacksonModule.class })
public final class VectorJacksonAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	VectorJacksonModule vectorJacksonModule() {
		return new VectorJacksonModule();
	}

}
