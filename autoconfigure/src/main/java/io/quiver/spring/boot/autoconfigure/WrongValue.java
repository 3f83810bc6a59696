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
	 * @return the failure itself, or one without value and cause if the value may be a
	 * secret
	 */
	static RuntimeException of(BindException failure) {
		ConfigurationProperty property = failure.getProperty();
		if (property == null || mayBeShown(property)) {
			return failure;
		}
		String origin = (property.getOrigin() != null) ? " (from " + property.getOrigin() + ")" : "";
		Class<?> type = failure.getTarget().getType().resolve(Object.class);
		return new FailureAnalyzedException(
				"The value of '%s'%s, which may be a secret and is not shown, is no %s.".formatted(property.getName(),
						origin, ClassUtils.getShortName(type)),
				Map.class.isAssignableFrom(type) ? "Set properties below '%s'.".formatted(property.getName())
						: "Correct it.");
	}

	private static boolean mayBeShown(ConfigurationProperty property) {
		String value = String.valueOf(property.getValue());
		return !Secrets.isNamed(property.getName().toString()) && Shown.addresses(value).equals(value);
	}

}
