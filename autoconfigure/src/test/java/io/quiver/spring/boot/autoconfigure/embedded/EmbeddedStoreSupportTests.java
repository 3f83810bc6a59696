package io.quiver.spring.boot.autoconfigure.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.quiver.data.policy.PoolMonitor;
import io.quiver.data.policy.StoreCalls;
import io.quiver.spring.boot.autoconfigure.kind.ClientParts;
import io.quiver.spring.boot.autoconfigure.kind.PoolSettings;
import io.quiver.spring.boot.autoconfigure.kind.StorePlan;
import io.quiver.spring.boot.autoconfigure.kind.TransportSecurity;
import io.quiver.store.embedded.EmbeddedClient;
import io.quiver.store.embedded.EmbeddedSettings;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link EmbeddedStoreSupport} where the engine runs.
 *
 * @author Quiver
 */
@Tag("java21")
class EmbeddedStoreSupportTests {

	@TempDir
	private Path directory;

	@Test
	void defaultsAreThoseOfTheEngine() {
		assertThat(open(Map.of())).usingRecursiveComparison().isEqualTo(Engine.defaults());
	}

	@Test
	void everyPropertyReachesTheEngine() {
		Path data = this.directory.resolve("data");
		assertThat(open(Map.of("path", data.toString(), "durability", "os", "ef", "90", "m", "8", "beam-width", "50",
				"quantization", "int8", "commit-interval", "5s", "max-log-size", "2MB", "ram-buffer", "3MB",
				"exact-threshold", "7")))
			.usingRecursiveComparison()
			.isEqualTo(Engine.everythingSet(data));
	}

	@Test
	void enumsMeanTheSame() {
		assertThat(names(EmbeddedProperties.Durability.values())).isEqualTo(Engine.durabilities());
		assertThat(names(EmbeddedProperties.Quantization.values())).isEqualTo(Engine.quantizations());
	}

	@Test
	void wrongValueIsRefusedByNameValueAndReason() {
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
			.isThrownBy(() -> open(Map.of("m", "1000")))
			.satisfies((ex) -> {
				assertThat(ex.getName()).isEqualTo("quiver.stores.catalog.embedded.m");
				assertThat(ex.getValue()).isEqualTo(1000);
				assertThat(ex.getReason()).contains("512");
			});
	}

	private static Object open(Map<String, String> properties) {
		EmbeddedProperties bound = new Binder(new MapConfigurationPropertySource(prefixed(properties)))
			.bindOrCreate("embedded", EmbeddedProperties.class);
		return Engine.open(new EmbeddedStoreSupport().plan("quiver.stores.catalog.embedded", bound));
	}

	private static Map<String, String> prefixed(Map<String, String> properties) {
		return properties.entrySet()
			.stream()
			.collect(Collectors.toMap((entry) -> "embedded." + entry.getKey(), Map.Entry::getValue));
	}

	private static List<String> names(Enum<?>[] values) {
		return Arrays.stream(values).map(Enum::name).toList();
	}

	/**
	 * Apart, so that JUnit can load the tests on 17, to leave them out.
	 */
	private static final class Engine {

		static Object open(StorePlan<?> plan) {
			try (EmbeddedClient client = (EmbeddedClient) plan.client().apply(parts())) {
				return client.settings();
			}
		}

		private static ClientParts parts() {
			return new ClientParts("catalog", StoreCalls.direct(), Duration.ZERO, null,
					new TransportSecurity("quiver.stores.catalog", false),
					new PoolSettings(1, 0, Duration.ZERO, Duration.ZERO, Duration.ZERO), PoolMonitor.none(), null,
					new DefaultListableBeanFactory());
		}

		static Object defaults() {
			return EmbeddedSettings.inMemory();
		}

		static Object everythingSet(Path path) {
			return EmbeddedSettings.builder()
				.path(path)
				.durability(EmbeddedSettings.Durability.OS)
				.ef(90)
				.m(8)
				.beamWidth(50)
				.quantization(EmbeddedSettings.Quantization.INT8)
				.commitInterval(Duration.ofSeconds(5))
				.maxLogSize(DataSize.ofMegabytes(2).toBytes())
				.ramBuffer(DataSize.ofMegabytes(3).toBytes())
				.exactThreshold(7)
				.build();
		}

		static List<String> durabilities() {
			return names(EmbeddedSettings.Durability.values());
		}

		static List<String> quantizations() {
			return names(EmbeddedSettings.Quantization.values());
		}

	}

}
