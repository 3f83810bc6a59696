package io.quiver.spring.boot.autoconfigure.endpoint;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import io.quiver.spring.boot.autoconfigure.inspect.Shown;

import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.Sanitizer;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;

/**
 * Decides which details of a store are shown: all but those that the application hides,
 * or that are called like a credential.
 *
 * @author Quiver
 */
final class DetailSanitizer {

	private final Shown shown;

	private final Sanitizer sanitizer;

	DetailSanitizer(Shown shown, Collection<SanitizingFunction> functions) {
		this.shown = shown;
		this.sanitizer = new Sanitizer(
				Stream.concat(functions.stream(), Stream.of(SanitizingFunction.sanitizeValue().ifLikelyCredential()))
					.toList());
	}

	Shown shown() {
		return this.shown;
	}

	Map<String, Object> sanitize(String store, Map<String, ?> details) {
		return hide("quiver.stores." + store + ".details", this.shown.details(details));
	}

	private Map<String, Object> hide(String prefix, Map<?, ?> details) {
		Map<String, Object> shown = new LinkedHashMap<>();
		details.forEach((name, value) -> {
			String key = prefix + "." + name;
			Object hidden = (value instanceof Map<?, ?> map) ? hide(key, map)
					: this.sanitizer.sanitize(new SanitizableData(null, key, value), true);
			if (hidden != null) {
				shown.put(String.valueOf(name), hidden);
			}
		});
		return shown;
	}

}
