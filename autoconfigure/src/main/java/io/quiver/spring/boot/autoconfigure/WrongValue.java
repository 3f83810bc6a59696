package io.quiver.spring.boot.autoconfigure;

import java.util.Map;

import io.quiver.spring.boot.autoconfigure.inspect.Secrets;
import io.quiver.spring.boot.autoconfigure.inspect.Shown;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.util.ClassUtils;

/**
 * Explains a value that cannot be bound. Boot does it well, but shows the value, and so
 * do the causes.
 *
 * @author Quiver
 */
final class WrongValue {

	private WrongValue() {
	}

	/**
	 * Explain a failure.
	 * @param failure the failure
	 * @return the failure itself, or one without the value if that may be a secret
	 */
	static RuntimeException of(BindException failure) {
		ConfigurationProperty property = failure.getProperty();
		if (property == null || mayBeShown(failure, property)) {
			return failure;
		}
		String origin = (property.getOrigin() != null) ? " (from " + property.getOrigin() + ")" : "";
		Class<?> type = failure.getTarget().getType().resolve(Object.class);
		return new FailureAnalyzedException(
				"The value of '%s'%s cannot be made a %s. It may be a secret and is not shown."
					.formatted(property.getName(), origin, ClassUtils.getShortName(type)),
				isGroup(type) ? "Set properties below '%s'.".formatted(property.getName()) : "Correct the value.");
	}

	private static boolean mayBeShown(BindException failure, ConfigurationProperty property) {
		String value = String.valueOf(property.getValue());
		return !Secrets.isNamed(property.getName().toString())
				&& !isGroup(failure.getTarget().getType().resolve(Object.class))
				&& Shown.addresses(value).equals(value);
	}

	/**
	 * Who sets a group as a whole may have put into it what belongs below it.
	 */
	private static boolean isGroup(Class<?> type) {
		return type.isRecord() || Map.class.isAssignableFrom(type);
	}

}
