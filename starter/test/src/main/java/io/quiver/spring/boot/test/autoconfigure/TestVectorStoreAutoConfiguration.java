package io.quiver.spring.boot.test.autoconfigure;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} that puts stores in memory in the
 * place of those that are configured.
 *
 * @author Quiver
 */
@AutoConfiguration
final class TestVectorStoreAutoConfiguration {

	@Bean
	static StoreReplacement storeReplacement() {
		return new StoreReplacement();
	}

}
