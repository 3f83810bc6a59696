package io.quiver.spring.boot.autoconfigure;

import java.util.function.Consumer;

import io.quiver.spring.boot.autoconfigure.remote.RemoteClient;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Contexts with a store {@code catalog} of the kind that is plugged in.
 *
 * @author Quiver
 */
final class RemoteStores {

	private RemoteStores() {
	}

	static ApplicationContextRunner runner() {
		return new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class, VectorDataAutoConfiguration.class,
					VectorStoreAutoConfiguration.class, DefaultVectorStoreAutoConfiguration.class))
			.withPropertyValues("quiver.stores.catalog.kind=remote");
	}

	/**
	 * Test the client of the store.
	 * @param properties what is set, below {@code quiver.}
	 */
	static void client(Consumer<RemoteClient> test, String... properties) {
		String[] names = new String[properties.length];
		for (int i = 0; i < names.length; i++) {
			names[i] = "quiver." + properties[i];
		}
		runner().withPropertyValues(names).run((context) -> {
			assertThat(context).hasNotFailed();
			test.accept(client(context));
		});
	}

	static RemoteClient client(ConfigurableApplicationContext context) {
		return context.getBean("catalogRemoteClient", RemoteClient.class);
	}

}
