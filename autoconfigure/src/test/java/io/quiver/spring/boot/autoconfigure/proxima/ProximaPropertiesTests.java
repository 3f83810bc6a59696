package io.quiver.spring.boot.autoconfigure.proxima;

import java.time.Duration;

import io.quiver.data.store.RowStore;
import io.quiver.store.proxima.ProximaClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

/**
 * Tests for {@link ProximaProperties} (P1).
 *
 * @author Quiver
 */
class ProximaPropertiesTests {

	private static final String PREFIX = "quiver.stores.catalog.proxima.";

	@Test
	void withoutAnyTheServerIsHereAndSpeaksGrpc() {
		ProximaProperties properties = Binder.get(new MockEnvironment())
			.bindOrCreate("quiver.stores.catalog.proxima", ProximaProperties.class);
		assertThat(properties)
			.isEqualTo(new ProximaProperties("localhost", null, ProximaProperties.Protocol.GRPC, true,
					Duration.ofSeconds(30), DataSize.ofMegabytes(128)))
			.hasToString("ProximaProperties");
		ProximaConnectionDetails details = new PropertiesProximaConnectionDetails(properties);
		assertThat(details.getGrpcPort()).isEqualTo(16000);
		assertThat(details.getHttpPort()).isEqualTo(16001);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			port=0                  | 0     | It must be between 1 and 65535.
			port=65536              | 65536 | It must be between 1 and 65535.
			keep-alive=-1s          | -1s   | It must be at least 10s, or 0 for never.
			keep-alive=9s           | 9s    | It must be at least 10s, or 0 for never.
			max-message-size=1023KB | 1047552B | It must be between 1MB and 2047MB.
			max-message-size=2GB    | 2147483648B | It must be between 1MB and 2047MB.
			""")
	void wrongValueStopsTheStartWithTheCure(String property, String value, String cure) {
		Proximas.runner()
			.withPropertyValues(PREFIX + property)
			.run((context) -> assertThat(context).getFailure()
				.extracting(NestedExceptionUtils::getMostSpecificCause)
				.asInstanceOf(type(InvalidConfigurationPropertyValueException.class))
				.satisfies((failure) -> {
					assertThat(failure.getName()).isEqualTo(PREFIX + property.substring(0, property.indexOf('=')));
					assertThat(failure.getValue()).asString().isEqualTo(value);
					assertThat(failure.getReason()).isEqualTo(cure);
				}));
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://hush", "ann:hush@db", "hush/x", "hush host", "db.example.com:hush", "hush_host",
			"", "1.2.3.4:99", "db:99", "localhost:16000", "a..b", "-", "-db", "db-", ".", "1.2.3", "::1::", "[::1",
			"[1.2.3.4]" })
	void whatIsNoHostIsNotRepeated(String host) {
		Proximas.runner()
			.withPropertyValues(PREFIX + "host=" + host)
			.run((context) -> assertThat(context).getFailure()
				.extracting(NestedExceptionUtils::getMostSpecificCause)
				.asInstanceOf(type(FailureAnalyzedException.class))
				.satisfies((failure) -> {
					assertThat(failure).hasMessage("'%shost' is neither a name nor an address.", PREFIX);
					assertThat(failure.analysis().getAction()).contains(PREFIX + "port").doesNotContain("hush");
				}));
	}

	@ParameterizedTest
	@CsvSource({ "db.example.com, db.example.com:16000", "10.0.0.1, 10.0.0.1:16000", "::1, [::1]:16000",
			"[fe80::1], [fe80::1]:16000", "my-host-1, my-host-1:16000", "::ffff:10.0.0.1, [::ffff:10.0.0.1]:16000",
			"db.example.com., db.example.com.:16000" })
	void addressIsShown(String host, String address) {
		Proximas.runner()
			.withPropertyValues(PREFIX + "host=" + host)
			.run((context) -> assertThat(context.getBean(RowStore.class).details()).containsEntry("address", address));
	}

	@Test
	void overHttpTheAddressSaysWhetherItIsEncrypted() {
		Proximas.runner()
			.withPropertyValues(PREFIX + "protocol=http")
			.run((context) -> assertThat(context.getBean(ProximaClient.class).details()).containsEntry("address",
					"http://localhost:16001"));
		Proximas.runner()
			.withPropertyValues(PREFIX + "protocol=http", "quiver.stores.catalog.ssl.enabled=true")
			.run((context) -> assertThat(context.getBean(ProximaClient.class).details()).containsEntry("address",
					"https://localhost:16001"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "grpc", "http" })
	void openConnectionToAnotherMachineIsRefusedWhereTlsIsRequired(String protocol) {
		Proximas.runner()
			.withPropertyValues(PREFIX + "host=db.example.com", PREFIX + "protocol=" + protocol,
					"quiver.stores.catalog.require-tls=true")
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("requires TLS"));
	}

}
