package io.quiver.spring.boot.autoconfigure.grpc;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ManagedChannelBuilder;
import io.grpc.MethodDescriptor;
import io.grpc.netty.NettyChannelBuilder;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.quiver.spring.boot.autoconfigure.proxima.Proximas;
import io.quiver.store.proxima.ProximaClient;
import io.quiver.store.proxima.server.ProximaServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.grpc.client.autoconfigure.GrpcClientProperties;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.grpc.client.GlobalClientInterceptor;
import org.springframework.grpc.client.GrpcChannelBuilderCustomizer;
import org.springframework.grpc.client.GrpcChannelFactory;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

/**
 * Tests for {@link StoreChannels}.
 *
 * @author Quiver
 */
class StoreChannelsTests {

	private static final String CHANNEL = "spring.grpc.client.channel.quiver-catalog.";

	private static final ProximaServer server = new ProximaServer();

	private final ApplicationContextRunner runner = Proximas.runner()
		.withPropertyValues(Proximas.grpc("catalog", server))
		.withPropertyValues("quiver.stores.catalog.retry.max-attempts=1");

	private final ApplicationContextRunner withoutBoot = Proximas.runnerWithoutBootsGrpcClient()
		.withPropertyValues(Proximas.grpc("catalog", server))
		.withPropertyValues("quiver.stores.catalog.retry.max-attempts=1");

	@BeforeAll
	static void start() {
		server.start();
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@Test
	void channelComesFromBootsFactoryUnderTheNameOfTheStore() {
		List<String> targets = new ArrayList<>();
		this.runner
			.withBean("observer", GrpcChannelBuilderCustomizer.class,
					() -> (target, builder) -> targets.add(target + " " + builder.getClass().getSimpleName()))
			.run((context) -> {
				assertThat(Proximas.roundTrip(context.getBean(ProximaClient.class), "x")).isEqualTo("x");
				assertThat(targets).containsExactly("quiver-catalog NettyChannelBuilder");
			});
	}

	@Test
	void withoutBootsGrpcClientTheChannelIsOurOwn() {
		this.withoutBoot.run((context) -> {
			assertThat(context).doesNotHaveBean(GrpcChannelFactory.class);
			assertThat(Proximas.roundTrip(context.getBean(ProximaClient.class), "x")).isEqualTo("x");
		});
	}

	@Test
	void bootsGrpcClientMayBeSwitchedOff() {
		this.runner.withPropertyValues("spring.grpc.client.enabled=false").run((context) -> {
			assertThat(context).doesNotHaveBean(GrpcChannelFactory.class);
			assertThat(Proximas.roundTrip(context.getBean(ProximaClient.class), "x")).isEqualTo("x");
		});
	}

	@Test
	void shadedNettyCarriesItToo() {
		this.runner.withClassLoader(new FilteredClassLoader("io.netty", "io.grpc.netty.Netty"))
			.run((context) -> assertThat(Proximas.hits(context.getBean(ProximaClient.class), 30_000))
				.isEqualTo(30_000));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void answerWithAHundredThousandHitsArrives(boolean boot) {
		((boot) ? this.runner : this.withoutBoot)
			.run((context) -> assertThat(Proximas.hits(context.getBean(ProximaClient.class), 100_000))
				.isEqualTo(100_000));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void largestMessageIsWhatTheStoreSays(boolean boot) {
		((boot) ? this.runner : this.withoutBoot)
			.withPropertyValues("quiver.stores.catalog.proxima.max-message-size=1MB")
			.run((context) -> assertThatExceptionOfType(DataAccessException.class)
				.isThrownBy(() -> Proximas.hits(context.getBean(ProximaClient.class), 50_000)));
		drop();
	}

	@Test
	void channelSaysOtherwiseByBootsOwnProperties() {
		this.runner
			.withPropertyValues(CHANNEL + "inbound.message.max-size=1MB", CHANNEL + "keepalive.time=77s",
					CHANNEL + "user-agent=me")
			.run((context) -> {
				assertThat(channel(context.getBean(GrpcClientProperties.class))).satisfies((channel) -> {
					assertThat(channel.getKeepalive().getTime()).hasSeconds(77);
					assertThat(channel.getKeepalive().getTimeout()).hasSeconds(10);
					assertThat(channel.getUserAgent()).isEqualTo("me");
				});
				assertThatExceptionOfType(DataAccessException.class)
					.isThrownBy(() -> Proximas.hits(context.getBean(ProximaClient.class), 50_000));
			});
		drop();
	}

	@Test
	void defaultChannelDoesNotLeakIn() {
		this.runner
			.withPropertyValues("spring.grpc.client.channel.default.target=static://nowhere.invalid:1",
					"spring.grpc.client.channel.default.inbound.message.max-size=1KB",
					"spring.grpc.client.channel.default.ssl.enabled=true",
					"spring.grpc.client.channel.default.default.deadline=1ns")
			.run((context) -> {
				assertThat(Proximas.hits(context.getBean(ProximaClient.class), 1000)).isEqualTo(1000);
				assertThat(channel(context.getBean(GrpcClientProperties.class))).satisfies((channel) -> {
					assertThat(channel.getInbound().getMessage().getMaxSize()).isEqualTo(DataSize.ofMegabytes(128));
					assertThat(channel.getIdle().getTimeout()).hasMinutes(30);
					assertThat(channel.getKeepalive().getTime()).hasSeconds(30);
				});
			});
	}

	@Test
	void customizerForAllChannelsCutsNoAnswerShort() {
		this.runner
			.withBean("miser", GrpcChannelBuilderCustomizer.class,
					() -> (target, builder) -> ((NettyChannelBuilder) builder).maxInboundMessageSize(10)
						.flowControlWindow(65535))
			.run((context) -> assertThat(Proximas.hits(context.getBean(ProximaClient.class), 1000)).isEqualTo(1000));
	}

	@ParameterizedTest
	@CsvSource({ "target, static://localhost:1, where the server is", "ssl.enabled, false, how its connections",
			"ssl.bundle, mine, how its connections" })
	void whatTheStoreSaysIsNotSaidAgain(String property, String value, String words) {
		this.runner.withPropertyValues(CHANNEL + property + "=" + value)
			.run((context) -> assertThat(context).getFailure()
				.extracting(NestedExceptionUtils::getMostSpecificCause)
				.asInstanceOf(type(FailureAnalyzedException.class))
				.satisfies((failure) -> {
					assertThat(failure).hasMessageContaining("'" + CHANNEL).hasMessageContaining(words);
					assertThat(failure.analysis().getAction()).contains("'quiver.stores.catalog'");
				}));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void customizerIsToldTheStore(boolean boot) {
		AtomicInteger intercepted = new AtomicInteger();
		List<String> stores = new ArrayList<>();
		((boot) ? this.runner : this.withoutBoot).withPropertyValues("quiver.stores.archive.kind=proxima")
			.withBean(StoreChannelCustomizer.class, () -> (store, builder) -> {
				stores.add(store);
				intercept(builder, intercepted);
			})
			.run((context) -> {
				Proximas.roundTrip(context.getBean("catalogProximaClient", ProximaClient.class), "x");
				assertThat(stores).containsExactlyInAnyOrder("catalog", "archive");
				assertThat(intercepted).hasPositiveValue();
			});
	}

	@Test
	void callOfTheTransportIsObservedBelowThatOfTheStore() {
		TestObservationRegistry observations = TestObservationRegistry.create();
		this.runner.withBean(TestObservationRegistry.class, () -> observations).run((context) -> {
			Proximas.roundTrip(context.getBean(ProximaClient.class), "x");
			assertThat(observations).hasObservationWithNameEqualTo("grpc.client")
				.that()
				.hasParentObservationContextMatching((parent) -> "quiver.store.operation".equals(parent.getName()));
		});
	}

	@Test
	void interceptorsForAllChannelsAreForThisOneToo() {
		this.runner.withUserConfiguration(Interceptors.class).run((context) -> {
			Proximas.roundTrip(context.getBean(ProximaClient.class), "x");
			assertThat(context.getBean(Counting.class).calls).hasPositiveValue();
		});
	}

	private static void intercept(ManagedChannelBuilder<?> builder, AtomicInteger calls) {
		builder.intercept(new Counting(calls));
	}

	private static GrpcClientProperties.Channel channel(GrpcClientProperties properties) {
		return properties.getChannel().getOrDefault("quiver-catalog", new GrpcClientProperties.Channel());
	}

	/**
	 * A test that ends early leaves its collection.
	 */
	private void drop() {
		this.runner.run((context) -> {
			ProximaClient client = context.getBean(ProximaClient.class);
			client.listCollections().forEach((collection) -> client.dropCollection(collection.config().name()));
		});
	}

	@Configuration(proxyBeanMethods = false)
	static class Interceptors {

		@Bean
		@GlobalClientInterceptor
		Counting counting() {
			return new Counting(new AtomicInteger());
		}

	}

	private record Counting(AtomicInteger calls) implements ClientInterceptor {

		@Override
		public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
			this.calls.incrementAndGet();
			return next.newCall(method, options);
		}

	}

}
