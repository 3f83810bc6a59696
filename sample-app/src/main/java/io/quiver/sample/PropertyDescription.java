package io.quiver.sample;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A configuration property as people read it: what the metadata says of it, and the
 * projection of {@link ConfigurationProperty} that searches return, so that no vector is
 * read or sent.
 *
 * @param name the whole name, such as {@code server.port}
 * @param group the first segments of the name, such as {@code server}
 * @param type the type of its value, without packages
 * @param description what it is for, in words
 * @param deprecated whether it should no longer be set
 * @param defaultValue the value that holds if it is not set
 * @author Quiver
 */
record PropertyDescription(String name, String group, String type, String description, boolean deprecated,
		@Nullable String defaultValue) {

	private static final int TELLING_SEGMENTS = 3;

	/**
	 * Return the text that is embedded: the description, and the end of the name in
	 * words. Many descriptions are so short ("Max file size.") that they say what is
	 * meant only together with their name; its beginning ({@code management.endpoint})
	 * would make whole families alike.
	 * @return the text whose meaning is searched
	 */
	String text() {
		List<String> segments = List.of(this.name.split("\\."));
		List<String> end = segments.subList(Math.max(0, segments.size() - TELLING_SEGMENTS), segments.size());
		return "%s (%s)".formatted(this.description, String.join(" ", end).replace('-', ' '));
	}

}
