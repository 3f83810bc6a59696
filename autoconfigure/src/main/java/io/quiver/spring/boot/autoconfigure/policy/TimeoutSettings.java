package io.quiver.spring.boot.autoconfigure.policy;

import java.time.Duration;
import java.util.function.Function;

import io.quiver.data.policy.Timeouts;
import io.quiver.spring.boot.autoconfigure.policy.Setting.Source;
import org.jspecify.annotations.Nullable;

/**
 * How long calls may take.
 *
 * @param connect until a connection is there
 * @param read one try that reads
 * @param write one try that writes
 * @param total a call in all
 * @author Quiver
 */
record TimeoutSettings(Setting<Duration> connect, Setting<Duration> read, Setting<Duration> write,
		Setting<Duration> total) {

	static TimeoutSettings of(Layers<TimeoutProperties> layers, Timeouts otherwise) {
		return new TimeoutSettings(setting(layers, "connect", TimeoutProperties::connect, otherwise.connect()),
				setting(layers, "read", TimeoutProperties::read, otherwise.read()),
				setting(layers, "write", TimeoutProperties::write, otherwise.write()),
				setting(layers, "total", TimeoutProperties::total, otherwise.total()));
	}

	private static Setting<Duration> setting(Layers<TimeoutProperties> layers, String name,
			Function<TimeoutProperties, @Nullable Duration> getter, Duration otherwise) {
		return layers.setting(name, getter, otherwise, Check.NO_LIMIT_OR_POSITIVE);
	}

	/**
	 * Return what holds instead for an operation.
	 */
	TimeoutSettings with(String prefix, OperationProperties.Timeout operation) {
		Setting<Duration> attempt = given(prefix + ".timeout.attempt", operation.attempt());
		Setting<Duration> whole = given(prefix + ".timeout.total", operation.total());
		return new TimeoutSettings(this.connect, (attempt != null) ? attempt : this.read,
				(attempt != null) ? attempt : this.write, (whole != null) ? whole : this.total);
	}

	private static @Nullable Setting<Duration> given(String property, @Nullable Duration value) {
		return (value != null) ? new Setting<>(property, value, Source.OPERATION).judged(Check.NO_LIMIT_OR_POSITIVE)
				: null;
	}

	Timeouts timeouts() {
		return new Timeouts(this.connect.value(), attempt(this.read), attempt(this.write), this.total.value());
	}

	/**
	 * A try that may take longer than the whole call would be cut short.
	 */
	private Duration attempt(Setting<Duration> attempt) {
		return (this.total.value().isZero()) ? attempt.value() : Setting.notAbove(attempt, this.total);
	}

}
