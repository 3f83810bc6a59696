package io.quiver.spring.boot.autoconfigure;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.quiver.data.policy.CallRefusedException;
import io.quiver.data.policy.NotSentException;
import io.quiver.data.policy.OutcomeUnknownException;
import io.quiver.data.store.StoreOperations;
import io.quiver.spring.boot.autoconfigure.remote.RemoteClient;
import io.quiver.spring.boot.autoconfigure.remote.RemoteConnectionDetails;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Looks for the secrets of a store wherever an application shows anything while it runs.
 * The system is well at first, then fails with messages that tell everything.
 *
 * @author Quiver
 */
@NullUnmarked
class LeakedSecretsTests {

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withUserConfiguration(Application.class)
		.withBean(ObservationHandler.class, this::observer)
		.withPropertyValues(PlantedSecrets.properties())
		.withPropertyValues("quiver.repositories.enabled=false", "quiver.health.timeout=1m",
				"quiver.stores.catalog.retry.delay=1ms", "management.endpoints.web.exposure.include=*",
				"management.endpoint.health.show-details=always", "management.endpoint.quiver.cache.time-to-live=0");

	private final List<String> observed = new CopyOnWriteArrayList<>();

	private Logged logged;

	@BeforeEach
	void listen() {
		this.logged = new Logged();
	}

	@AfterEach
	void stopListening() {
		this.logged.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "never", "always" })
	void noEndpointShowsOne(String show) {
		this.runner
			.withPropertyValues("management.endpoint.env.show-values=" + show,
					"management.endpoint.configprops.show-values=" + show)
			.run(inGoodTimesAndBad((context) -> {
				MockMvcTester web = MockMvcTester.from(context);
				ActuatorPaths paths = new ActuatorPaths(context);
				// what is asked last leaves traces in what was asked first
				for (String path : Stream.concat(paths.all(), paths.all()).toList()) {
					MockHttpServletResponse answer = web.get().uri("/actuator/" + path).exchange().getResponse();
					assertThat(answer.getStatus()).as(path).isIn(200, 400, 404, 503);
					PlantedSecrets.assertNoneIn(path, answer.getContentAsString());
				}
				assertThat(paths.endpoints()).contains("beans", "conditions", "configprops", "env", "health", "loggers",
						"mappings", "metrics", "prometheus", "quiver", "retryevents", "circuitbreakerevents");
			}));
	}

	@Test
	void whatConnectionDetailsKeepIsNotShownEither() {
		this.runner.withBean(RemoteConnectionDetails.class, Details::new).run((context) -> {
			MockMvcTester web = MockMvcTester.from(context);
			RemoteClient client = context.getBean(RemoteClient.class);
			client.system(() -> {
				throw new DataAccessResourceFailureException("Cannot log in with " + PlantedSecrets.IN_DETAILS);
			});
			assertThat(web.get().uri("/actuator/health/quiver")).hasStatus(503).bodyText().contains("Cannot log in");
			for (String path : new ActuatorPaths(context).all().toList()) {
				PlantedSecrets.assertNoneIn(path,
						web.get().uri("/actuator/" + path).exchange().getResponse().getContentAsString());
			}
			assertThat(web.get().uri("/actuator/quiver")).bodyText().contains("http://127.0.0.1:2");
			PlantedSecrets.assertNoneIn("parts", client.parts().toString());
		});
	}

	@Test
	void endpointsStillShowWhatIsNoSecret() {
		this.runner.withPropertyValues("management.endpoint.env.show-values=always").run((context) -> {
			MockMvcTester web = MockMvcTester.from(context);
			assertThat(web.get().uri("/actuator/env/quiver.stores.catalog.remote.url")).bodyText()
				.contains("http://******@127.0.0.1:1/v1?******");
			assertThat(web.get().uri("/actuator/env/quiver.stores.catalog.remote.username")).bodyText()
				.contains("\"ann\"");
			assertThat(web.get().uri("/actuator/env/quiver.stores.catalog.remote.api-key")).bodyText()
				.contains("******");
			assertThat(web.get().uri("/actuator/quiver")).hasStatusOk()
				.bodyText()
				.contains("http://******@127.0.0.1:1/v1?******");
		});
	}

	@Test
	void whoWantsToSeeAllDefinesTheFunction() {
		this.runner.withBean("quiverSanitizingFunction", SanitizingFunction.class, () -> (data) -> data)
			.withPropertyValues("management.endpoint.env.show-values=always")
			.run((context) -> assertThat(
					MockMvcTester.from(context).get().uri("/actuator/env/quiver.stores.catalog.remote.api-key"))
				.bodyText()
				.contains(PlantedSecrets.KEY));
	}

	@Test
	void noLoggerPrintsOne() {
		this.runner.run(inGoodTimesAndBad((context) -> {
		}));
		assertThat(this.logged.text()).contains("WARN io.quiver")
			.contains("Store 'catalog' (remote) is down")
			.contains("INFO io.quiver")
			.contains("DEBUG io.quiver");
		this.logged.text()
			.lines()
			.filter((line) -> !line.contains("LeakedSecretsTests"))
			.forEach((line) -> PlantedSecrets.assertNoneIn("log", line));
	}

	@Test
	void noMeterOrObservationHasOne() {
		this.runner.run(inGoodTimesAndBad((context) -> {
			for (Meter meter : context.getBean(MeterRegistry.class).getMeters()) {
				PlantedSecrets.assertNoneIn("meter", meter.getId() + " " + meter.getId().getDescription());
			}
		}));
		assertThat(this.observed).anyMatch((line) -> line.contains("quiver.store.operation"));
		this.observed.forEach((line) -> PlantedSecrets.assertNoneIn("observation", line));
	}

	@Test
	void noBeanTellsOneOfItself() {
		this.runner.run(inGoodTimesAndBad((context) -> {
			for (String name : context.getBeanDefinitionNames()) {
				BeanDefinition definition = context.getBeanFactory().getMergedBeanDefinition(name);
				PlantedSecrets.assertNoneIn(name, definition + " " + definition.getResourceDescription() + " "
						+ List.of(definition.attributeNames()).stream().map(definition::getAttribute).toList());
				Object bean = context.getBeanFactory().getSingleton(name);
				if (bean != null && bean.getClass().getName().startsWith("io.quiver")) {
					PlantedSecrets.assertNoneIn(name, bean.toString());
				}
			}
			RemoteClient client = context.getBean(RemoteClient.class);
			PlantedSecrets.assertNoneIn("parts", client.parts() + " " + client.parts().calls().policies());
			PlantedSecrets.assertNoneIn("properties",
					client.properties() + " " + client.properties().oidc() + " " + client.properties().bearer());
		}));
	}

	@Test
	void noExceptionOfADoorRepeatsOne() {
		this.runner.run(inGoodTimesAndBad((context) -> {
			RemoteClient client = context.getBean(RemoteClient.class);
			List<Throwable> failures = new ArrayList<>();
			failures.add(catchThrowable(() -> client.call(StoreOperations.INSERT, (attempt) -> {
				throw new TransientDataAccessResourceException("127.0.0.1:1 has gone");
			})));
			failures.add(catchThrowable(() -> client.call(StoreOperations.GET, (attempt) -> {
				throw new QueryTimeoutException("127.0.0.1:1 is slow");
			})));
			failures.add(catchThrowable(() -> client.call(StoreOperations.GET, (attempt) -> {
				throw new NotSentException("127.0.0.1:1 is away");
			})));
			CircuitBreaker breaker = client.parts().calls().circuitBreaker();
			breaker.transitionToForcedOpenState();
			failures.add(catchThrowable(() -> client.call(StoreOperations.GET, (attempt) -> 1)));
			breaker.reset();
			assertThat(failures).hasExactlyElementsOfTypes(OutcomeUnknownException.class, QueryTimeoutException.class,
					NotSentException.class, CallRefusedException.class);
			failures.forEach((failure) -> PlantedSecrets.assertNoneIn("exception", trace(failure)));
		}));
	}

	/**
	 * Let calls and health end well, and badly, and look then, and be well again.
	 */
	private ContextConsumer<AssertableWebApplicationContext> inGoodTimesAndBad(
			ContextConsumer<AssertableWebApplicationContext> test) {
		return (context) -> {
			assertThat(context).hasNotFailed();
			RemoteClient client = context.getBean(RemoteClient.class);
			MockMvcTester web = MockMvcTester.from(context);
			assertThat(web.get().uri("/actuator/health/quiver")).hasStatusOk();
			client.call(StoreOperations.NEAREST.on("articles"), (attempt) -> 1);
			client.system(() -> {
				throw new DataAccessResourceFailureException(PlantedSecrets.blab(),
						new IllegalStateException(PlantedSecrets.blab()));
			});
			assertThat(web.get().uri("/actuator/health/quiver")).hasStatus(503).bodyText().contains("Cannot log in");
			catchThrowable(() -> client.call(StoreOperations.INSERT.on("articles"), (attempt) -> {
				throw new TransientDataAccessResourceException("No answer from 127.0.0.1:1");
			}));
			test.accept(context);
			client.system(() -> {
			});
			assertThat(web.get().uri("/actuator/health/quiver/catalog")).hasStatus2xxSuccessful();
		};
	}

	private ObservationHandler<Observation.Context> observer() {
		return new ObservationHandler<>() {

			@Override
			public void onStop(Observation.Context context) {
				LeakedSecretsTests.this.observed
					.add(context.getName() + " " + context.getContextualName() + " " + context.getAllKeyValues());
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return true;
			}

		};
	}

	static String trace(Throwable failure) {
		StringWriter trace = new StringWriter();
		failure.printStackTrace(new PrintWriter(trace));
		return trace.toString();
	}

	/**
	 * Tells what it knows, as a record does.
	 */
	record Details(String password) implements RemoteConnectionDetails {

		Details() {
			this(PlantedSecrets.IN_DETAILS);
		}

		@Override
		public String getUrl() {
			return "http://127.0.0.1:2";
		}

		@Override
		public Collection<String> getSecrets() {
			return List.of(this.password);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		@Bean
		LoggingSystem springBootLoggingSystem() {
			return LoggingSystem.get(getClass().getClassLoader());
		}

	}

}
