package io.quiver.spring.boot.autoconfigure.policy;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * A value that holds, with the property that it comes from.
 *
 * @param <T> the type of the value
 * @param property the name of the property
 * @param value the value
 * @param source who said it
 * @author Quiver
 */
record Setting<T>(String property, T value, Source source) {

	/**
	 * Return the value unless it is larger than another. Of the two, what is said more
	 * generally gives way: a total of 1s for one store makes no error of what Quiver
	 * itself, or {@code quiver.defaults}, allow a try.
	 * @param <T> the type of the values
	 * @param setting the setting
	 * @param limit what it must not be larger than
	 * @return the value, or the limit's
	 */
	static <T extends Comparable<T>> T notAbove(Setting<T> setting, Setting<T> limit) {
		if (setting.value().compareTo(limit.value()) <= 0) {
			return setting.value();
		}
		if (setting.source() != Source.QUIVER && setting.source().compareTo(limit.source()) >= 0) {
			throw setting.wrong("It must not be larger than '%s', which is %s.".formatted(limit.property(),
					(limit.value() instanceof Duration duration) ? Durations.print(duration) : limit.value()));
		}
		return limit.value();
	}

	Setting<T> judged(Check<? super T> check) {
		if (!check.holds().test(this.value)) {
			throw wrong(check.cure());
		}
		return this;
	}

	InvalidConfigurationPropertyValueException wrong(String cure) {
		@Nullable Object printed = (this.value instanceof Duration duration) ? Durations.print(duration) : this.value;
		return new InvalidConfigurationPropertyValueException(this.property, printed, cure);
	}

	/**
	 * Who said it, from the most general to the most special.
	 */
	enum Source {

		QUIVER, DEFAULTS, STORE, OPERATION

	}

}
