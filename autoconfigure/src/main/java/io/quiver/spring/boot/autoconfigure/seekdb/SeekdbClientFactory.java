package io.quiver.spring.boot.autoconfigure.seekdb;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import javax.sql.DataSource;

import io.quiver.spring.boot.autoconfigure.kind.ClientParts;
import io.quiver.spring.boot.autoconfigure.kind.PoolSettings;
import io.quiver.spring.boot.autoconfigure.policy.Durations;
import io.quiver.store.seekdb.SeekdbClient;
import io.quiver.store.seekdb.SeekdbPool;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.util.StringUtils;

/**
 * Makes the client of one store. Connects to nothing.
 *
 * @param prefix the name of the group of properties
 * @param properties the properties
 * @param parts what the client is made of besides
 * @author Quiver
 */
record SeekdbClientFactory(String prefix, SeekdbProperties properties, ClientParts parts) {

	private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(5);

	SeekdbClient create() {
		SeekdbClient.Builder builder = (this.properties.useExisting() != null && this.parts.connectionDetails() == null)
				? SeekdbClient.builder(existing(this.properties.useExisting().strip())) : SeekdbClient.builder(pool());
		return builder.name("quiver-" + this.parts.store())
			.calls(this.parts.calls())
			.poolMonitor(this.parts.poolMonitor())
			.build();
	}

	private DataSource existing(String name) {
		return new ExistingDataSource(this.prefix, name).find(this.parts);
	}

	private SeekdbPool pool() {
		SeekdbConnectionDetails details = this.parts.connectionDetails(SeekdbConnectionDetails.class,
				new PropertiesSeekdbConnectionDetails(this.properties));
		SeekdbUrl url = new SeekdbUrl(this.prefix, details.getJdbcUrl());
		SeekdbPool pool = url.pool();
		url.requireDriver();
		Map<String, String> options = new HashMap<>(
				new DriverTls(this.parts.security().prefix(), url).options(this.parts.sslBundle()));
		options.putAll(this.properties.parameters());
		this.parts.security().check(url.text(), url.isEncrypted(options), StringUtils.hasLength(details.getPassword()));
		return with(limited(pool, this.parts.pool()), options)
			.withCredentials(details.getUsername(),
					StringUtils.hasLength(details.getPassword()) ? details.getPassword() : null)
			.withConnectTimeout(this.parts.connectTimeout())
			.withEfSearch(this.properties.efSearch())
			.withLockTimeout(Objects.requireNonNullElse(this.properties.lockTimeout(), LOCK_TIMEOUT))
			.withQueryTimeout(queryTimeout(this.properties.queryTimeout()));
	}

	private Duration queryTimeout(@Nullable Duration given) {
		return (given != null) ? given : new LongestCall(this.parts.calls().policies()).withGrace();
	}

	private SeekdbPool with(SeekdbPool pool, Map<String, String> options) {
		try {
			return pool.withProperties(options);
		}
		catch (IllegalArgumentException ex) {
			throw new FailureAnalyzedException(
					"'%s.parameters' cannot be used. %s.".formatted(this.prefix, ex.getMessage()),
					"Remove the option below '%s.parameters'.".formatted(this.prefix));
		}
	}

	private SeekdbPool limited(SeekdbPool pool, PoolSettings settings) {
		checkTime("idle-timeout", settings.idleTimeout(), SeekdbPool.LEAST_IDLE_TIMEOUT);
		checkTime("max-lifetime", settings.maxLifetime(), SeekdbPool.LEAST_LIFETIME);
		return pool.withSize(settings.maxSize(), settings.minIdle())
			.withMaxWait(settings.maxWait())
			.withLifetime(settings.idleTimeout(), settings.maxLifetime());
	}

	/**
	 * The pool does not look after its connections more often.
	 */
	private void checkTime(String name, Duration time, Duration least) {
		if (!time.isZero() && time.compareTo(least) < 0) {
			throw new InvalidConfigurationPropertyValueException(
					"%s.pool.%s".formatted(this.parts.security().prefix(), name), Durations.print(time),
					"It must be 0 or at least %s.".formatted(Durations.print(least)));
		}
	}

}
