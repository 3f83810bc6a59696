package io.quiver.spring.boot.autoconfigure.jackson;

import java.util.List;

import io.quiver.data.json.VectorJacksonModule;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.data.domain.SearchResult;
import org.springframework.data.domain.SearchResults;
import org.springframework.data.domain.Similarity;
import org.springframework.data.domain.Vector;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link VectorJacksonAutoConfiguration}.
 *
 * @author Quiver
 */
class VectorJacksonAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(VectorJacksonAutoConfiguration.class, JacksonAutoConfiguration.class));

	@Test
	void mapperOfTheApplicationWritesWhatASearchReturns() {
		this.runner.run((context) -> {
			SearchResults<Article> results = new SearchResults<>(
					List.of(new SearchResult<>(new Article("a", Vector.of(1f, 2f)), Similarity.of(0.5))));
			assertThat(context.getBean(JsonMapper.class).writeValueAsString(results))
				.isEqualTo("[{\"content\":{\"id\":\"a\",\"embedding\":[1.0,2.0]},\"score\":0.5}]");
		});
	}

	@Test
	void ownModuleIsKept() {
		this.runner.withBean("own", VectorJacksonModule.class)
			.run((context) -> assertThat(context).hasSingleBean(VectorJacksonModule.class).hasBean("own"));
	}

	@Test
	void withoutJacksonThereIsNoModule() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(VectorJacksonAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader("tools.jackson"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("vectorJacksonModule"));
	}

	record Article(String id, Vector embedding) {
	}

}
