package io.quiver.spring.boot.autoconfigure.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

import io.quiver.data.policy.Operation;
import io.quiver.data.policy.StoreCalls;
import io.quiver.data.policy.Timeouts;
import io.quiver.spring.boot.autoconfigure.kind.StorePlan;
import io.quiver.spring.boot.autoconfigure.kind.StoreSupport;
import io.quiver.store.embedded.EmbeddedClient;
import io.quiver.store.embedded.EmbeddedSettings;
import io.quiver.store.embedded.EmbeddedStore;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.system.JavaVersion;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.util.Assert;

/**
 * What auto-configuration knows of the embedded store.
 *
 * @author Quiver
 * @since 0.1
 */
public final class EmbeddedStoreSupport implements StoreSupport<EmbeddedProperties> {

	private static final String CLIENT = "io.quiver.store.embedded.EmbeddedClient";

	private static final Duration LONG = Duration.ofSeconds(30);

	private static final Timeouts TIMEOUTS = new Timeouts(Duration.ZERO, LONG, LONG, LONG);

	@Override
	public String kind() {
		return "embedded";
	}

	@Override
	public Class<EmbeddedProperties> propertiesType() {
		return EmbeddedProperties.class;
	}

	@Override
	public String starter() {
		return "io.quiver:quiver-spring-boot-starter";
	}

	@Override
	public boolean isRemote() {
		return false;
	}

	@Override
	public boolean hasSessions() {
		return false;
	}

	@Override
	public Timeouts timeouts() {
		return TIMEOUTS;
	}

	@Override
	public boolean isPresent(ClassLoader classLoader) {
		try {
			Class.forName(CLIENT, false, classLoader);
			return true;
		}
		catch (UnsupportedClassVersionError ex) {
			return true;
		}
		catch (ClassNotFoundException | LinkageError ex) {
			return false;
		}
	}

	@Override
	public StorePlan<?> plan(String prefix, EmbeddedProperties properties) {
		requireJava21();
		return Engine.plan(prefix, properties);
	}

	@Override
	public Set<Operation> operations() {
		requireJava21();
		return Engine.operations();
	}

	/**
	 * Make sure that the engine can run here.
	 * @throws FailureAnalyzedException if it cannot
	 */
	public static void requireJava21() {
		if (JavaVersion.getJavaVersion().isOlderThan(JavaVersion.TWENTY_ONE)) {
			throw new FailureAnalyzedException(
					"The embedded store of Quiver runs on Java 21 or later, but this application runs on Java %s."
						.formatted(JavaVersion.getJavaVersion()),
					"Run the application on Java 21 or later, or configure a store of another kind below 'quiver.stores'.");
		}
	}

	/**
	 * Apart, since its classes are of Java 21: to load them on 17 would end in
	 * {@link UnsupportedClassVersionError}, and a condition on them in "no such bean".
	 */
	private static final class Engine {

		private static final Log logger = LogFactory.getLog(EmbeddedStoreSupport.class);

		static StorePlan<?> plan(String prefix, EmbeddedProperties properties) {
			EmbeddedSettings settings = settings(prefix, properties);
			return new StorePlan<>(EmbeddedStore.KIND, EmbeddedClient.class,
					(parts) -> open(prefix, settings, parts.calls()),
					(name, client, beans) -> new EmbeddedStore(name, client));
		}

		static Set<Operation> operations() {
			return EmbeddedClient.OPERATIONS;
		}

		private static EmbeddedClient open(String prefix, EmbeddedSettings settings, StoreCalls calls) {
			if (settings.path() == null) {
				logger.info("Data is kept in memory and lost when the application exits. Set '%s.path' to keep it."
					.formatted(prefix));
			}
			try {
				return EmbeddedClient.open(settings, calls);
			}
			catch (DataAccessResourceFailureException ex) {
				throw new FailureAnalyzedException(ex.getMessage() + ".",
						"Correct '%s.path', or the directory.".formatted(prefix), ex);
			}
		}

		private static EmbeddedSettings settings(String prefix, EmbeddedProperties properties) {
			EmbeddedSettings.Builder settings = EmbeddedSettings.builder()
				.durability(EmbeddedSettings.Durability.valueOf(properties.durability().name()))
				.quantization(EmbeddedSettings.Quantization.valueOf(properties.quantization().name()));
			Setter setter = new Setter(prefix);
			setter.set("path", properties.path(), (path) -> settings.path(path(path)));
			setter.set("ef", properties.ef(), settings::ef);
			setter.set("m", properties.m(), settings::m);
			setter.set("beam-width", properties.beamWidth(), settings::beamWidth);
			setter.set("commit-interval", properties.commitInterval(), settings::commitInterval);
			setter.set("max-log-size", properties.maxLogSize(), (size) -> settings.maxLogSize(size.toBytes()));
			setter.set("ram-buffer", properties.ramBuffer(), (size) -> settings.ramBuffer(size.toBytes()));
			setter.set("exact-threshold", properties.exactThreshold(), settings::exactThreshold);
			return settings.build();
		}

		private static Path path(String path) {
			Assert.hasText(path, "It must name a directory. Leave it out to keep data in memory.");
			return Path.of(path);
		}

	}

	/**
	 * Lets the engine judge values, and names the property that it objects to.
	 */
	private record Setter(String prefix) {

		<T> void set(String name, @Nullable T value, Consumer<T> target) {
			if (value == null) {
				return;
			}
			try {
				target.accept(value);
			}
			catch (IllegalArgumentException ex) {
				throw new InvalidConfigurationPropertyValueException(this.prefix + "." + name, value, ex.getMessage(),
						ex);
			}
		}

	}

}
