package io.quiver.sample;

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
}
