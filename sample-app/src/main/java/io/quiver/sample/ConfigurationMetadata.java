package io.quiver.sample;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.util.StringUtils;

/**
 * One file of configuration metadata, as far as it is of use here.
 *
 * @param properties the properties of the module
 * @author Quiver
 */
record ConfigurationMetadata(@Nullable List<Property> properties) {

	/**
	 * Return the properties that say what they are for.
	 * @return the described properties
	 */
	Stream<PropertyDescription> described() {
		return (this.properties != null)
				? this.properties.stream().filter(Property::isDescribed).map(Property::toDescription) : Stream.empty();
	}

	/**
	 * A property as the metadata has it.
	 *
	 * @param name the whole name
	 * @param type the full name of its type
	 * @param description what it is for
	 * @param defaultValue a value or an array of values
	 * @param deprecated whether it is deprecated, in the older form
	 * @param deprecation why it is deprecated
	 */
	record Property(String name, @Nullable String type, @Nullable String description, @Nullable JsonNode defaultValue,
			@Nullable Boolean deprecated, @Nullable JsonNode deprecation) {

		private static final Pattern SPACE = Pattern.compile("\\s+");

		private static final Pattern PACKAGE_OR_OUTER_CLASS = Pattern.compile("(?:\\w+[.$])+");

		boolean isDescribed() {
			return StringUtils.hasText(this.description);
		}

		PropertyDescription toDescription() {
			String description = (this.description != null) ? this.description : "";
			return new PropertyDescription(this.name, group(), simpleType(),
					SPACE.matcher(description).replaceAll(" ").strip(), isDeprecated(), defaultText());
		}

		private boolean isDeprecated() {
			return Boolean.TRUE.equals(this.deprecated) || this.deprecation != null;
		}

		/**
		 * The first two segments, if more follow: {@code server.tomcat.threads.max} is in
		 * {@code server.tomcat}, {@code server.port} in {@code server}.
		 */
		private String group() {
			String[] segments = this.name.split("\\.");
			int depth = Math.max(1, Math.min(2, segments.length - 1));
			return Stream.of(segments).limit(depth).collect(Collectors.joining("."));
		}

		private String simpleType() {
			if (this.type == null) {
				return "unknown";
			}
			return PACKAGE_OR_OUTER_CLASS.matcher(this.type).replaceAll("").replace(",", ", ");
		}

		private @Nullable String defaultText() {
			if (this.defaultValue == null || this.defaultValue.isNull()) {
				return null;
			}
			return (!this.defaultValue.isArray()) ? this.defaultValue.asString()
					: this.defaultValue.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "));
		}

	}

}
