package io.quiver.spring.boot.autoconfigure.seekdb;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

import io.quiver.spring.boot.autoconfigure.policy.Durations;
import io.quiver.spring.boot.autoconfigure.seekdb.SeekdbProperties.Organization;
import io.quiver.spring.boot.autoconfigure.seekdb.SeekdbProperties.SyncMode;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.util.StringUtils;

/**
 * Judges the properties of OceanBase seekdb.
 *
 * @param prefix the name of the group
 * @author Quiver
 */
record SeekdbPropertiesCheck(String prefix) {

	private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+|\\[?[\\p{XDigit}:.]+(%\\w+)?]?");

	private static final Pattern DATABASE = Pattern.compile("[\\p{L}\\p{N}_$-]+");

	void check(SeekdbProperties properties) {
		if (properties.useExisting() != null) {
			checkExisting(properties);
		}
		if (properties.url() != null) {
			refuseBeside("url", Map.of("host", properties.host() != null, "port", properties.port() != null, "database",
					properties.database() != null));
		}
		refuseUnshown(!fits(HOST, properties.host()), "host", "is neither a name nor an address",
				"Set it to a name such as seekdb.example.com, without scheme, and the port in '%s.port'.");
		refuseUnshown(!fits(DATABASE, properties.database()), "database", "is no name of a database",
				"Set it to a name such as test, and options of the driver below '%s.parameters'.");
		refuseUnshown(properties.username() != null && !StringUtils.hasText(properties.username()), "username",
				"is empty", "Set it to the name of a user, or leave it out for root. See '%s'.");
		checkNumbers(properties);
	}

	private void checkExisting(SeekdbProperties properties) {
		refuseUnshown(!StringUtils.hasText(properties.useExisting()), "use-existing", "is empty",
				"Set it to the name of a DataSource bean, or remove it for a pool of the store's own. See '%s'.");
		refuseBeside("use-existing",
				Map.of("url", properties.url() != null, "host", properties.host() != null, "port",
						properties.port() != null, "database", properties.database() != null, "username",
						properties.username() != null, "password", properties.password() != null, "parameters",
						!properties.parameters().isEmpty(), "ef-search", properties.efSearch() != null, "lock-timeout",
						properties.lockTimeout() != null, "query-timeout", properties.queryTimeout() != null));
	}

	private void refuseBeside(String name, Map<String, Boolean> others) {
		others.keySet().stream().sorted().filter(others::get).findFirst().ifPresent((other) -> {
			throw new FailureAnalyzedException(
					"'%1$s.%2$s' is set beside '%1$s.%3$s', which says it already.".formatted(this.prefix, other, name),
					"Remove one of them.");
		});
	}

	private void checkNumbers(SeekdbProperties properties) {
		Integer port = properties.port();
		refuse(port != null && (port < 1 || port > 65535), "port", port, "It must be between 1 and 65535.");
		Integer efSearch = properties.efSearch();
		refuse(efSearch != null && (efSearch < 1 || efSearch > 160_000), "ef-search", efSearch,
				"It must be between 1 and 160000.");
		checkTime("lock-timeout", properties.lockTimeout());
		checkTime("query-timeout", properties.queryTimeout());
		refuse(properties.syncMode() == SyncMode.ASYNC && properties.organization() == Organization.INDEX, "sync-mode",
				"async", "It must be 'immediate', or '%s.organization' 'heap'.".formatted(this.prefix));
	}

	private void checkTime(String name, @Nullable Duration time) {
		if (time != null) {
			refuse(time.compareTo(Duration.ofMillis(1)) < 0 || time.compareTo(Duration.ofDays(365)) > 0, name,
					Durations.print(time), "It must be between 1ms and 365d.");
		}
	}

	private static boolean fits(Pattern pattern, @Nullable String value) {
		return value == null || pattern.matcher(value).matches();
	}

	/**
	 * What is no name may have a password in it.
	 */
	private void refuseUnshown(boolean refused, String name, String what, String cure) {
		if (refused) {
			throw new FailureAnalyzedException("'%s.%s' %s.".formatted(this.prefix, name, what),
					cure.formatted(this.prefix));
		}
	}

	private void refuse(boolean refused, String name, @Nullable Object value, String reason) {
		if (refused) {
			throw new InvalidConfigurationPropertyValueException(this.prefix + "." + name, value, reason);
		}
	}

}
