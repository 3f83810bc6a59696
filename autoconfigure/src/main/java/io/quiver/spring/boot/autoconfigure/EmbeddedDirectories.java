package io.quiver.spring.boot.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import io.quiver.spring.boot.autoconfigure.embedded.EmbeddedProperties;

import org.springframework.boot.diagnostics.FailureAnalyzedException;

/**
 * The directories of the embedded stores of one application. Each store takes what stands
 * in its directory for its own, so that no two may share one, not even in part.
 *
 * @author Quiver
 */
final class EmbeddedDirectories {

	private final Map<String, Path> directories = new LinkedHashMap<>();

	void add(String store, EmbeddedProperties properties) {
		if (properties.path() == null) {
			return;
		}
		Path directory = real(Path.of(properties.path()).toAbsolutePath().normalize());
		this.directories.forEach((other, taken) -> {
			if (directory.startsWith(taken) || taken.startsWith(directory)) {
				throw shared(other, store, directory.equals(taken));
			}
		});
		this.directories.put(store, directory);
	}

	/**
	 * A link is followed as far as there is something: the rest is made later.
	 */
	private static Path real(Path directory) {
		for (Path existing = directory; existing != null; existing = existing.getParent()) {
			if (Files.exists(existing)) {
				try {
					return existing.toRealPath().resolve(existing.relativize(directory)).normalize();
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			}
		}
		return directory;
	}

	private static FailureAnalyzedException shared(String first, String second, boolean same) {
		String problem = (same) ? "name the same directory" : "name directories of which one stands in the other";
		return new FailureAnalyzedException(
				"'%s.embedded.path' and '%s.embedded.path' %s.".formatted(first, second, problem),
				"Give each store a directory of its own, beside that of the other.");
	}

}
