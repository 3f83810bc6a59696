package io.quiver.sample;

import java.nio.file.Path;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.domain.Vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

/**
 * What a start finds on disk is kept.
 *
 * @author Quiver
 */
class RestartTests {

	@TempDir
	private Path directory;

	@Test
	void restartEmbedsOnlyWhatIsNewOrChangedAndDeletesWhatHasGone() {
		start((context) -> {
			assertThat(status(context).pending()).isEqualTo(status(context).total()).isGreaterThan(700);
			assertThat(context.getBean(ConfigurationProperties.class).count()).isEqualTo(status(context).total());
		});
		start((context) -> {
			assertThat(status(context).pending()).isZero();
			change(context.getBean(ConfigurationProperties.class));
		});
		start((context) -> {
			ConfigurationProperties properties = context.getBean(ConfigurationProperties.class);
			assertThat(status(context).pending()).isEqualTo(2);
			assertThat(properties.count()).isEqualTo(status(context).total());
			assertThat(properties.existsById(ConfigurationProperty.id("server.address"))).isTrue();
			assertThat(properties.findById(ConfigurationProperty.id("server.port")))
				.hasValueSatisfying((property) -> assertThat(property.description()).isEqualTo("Server HTTP port."));
			assertThat(properties.existsById(ConfigurationProperty.id("no.longer.there"))).isFalse();
		});
	}

	private void change(ConfigurationProperties properties) {
		properties.deleteById(ConfigurationProperty.id("server.address"));
		ConfigurationProperty port = properties.findById(ConfigurationProperty.id("server.port")).orElseThrow();
		properties.save(renamed(port, "server.port", "Another description."));
		properties.save(renamed(port, "no.longer.there", "Of a module that was removed."));
	}

	private ConfigurationProperty renamed(ConfigurationProperty property, String name, String description) {
		return ConfigurationProperty.of(new PropertyDescription(name, property.group(), property.type(), description,
				property.deprecated(), property.defaultValue()), Vector.of(property.embedding().toFloatArray()));
	}

	private void start(Consumer<ConfigurableApplicationContext> action) {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(SampleApplication.class)
			.web(WebApplicationType.NONE)
			.run("--quiver.stores.default.embedded.path=" + this.directory.resolve("store"))) {
			await().atMost(ONE_MINUTE).until(() -> status(context).phase() == IndexStatus.Phase.READY);
			action.accept(context);
		}
	}

	private IndexStatus status(ConfigurableApplicationContext context) {
		return context.getBean(Indexer.class).status();
	}

}
