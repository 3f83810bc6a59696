package io.quiver.store.seekdb.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a server said last.
 *
 * @author Quiver
 */
final class LogTail {

	private static final int LINES = 20;

	private LogTail() {
	}

	static String of(Path... files) {
		StringBuilder tail = new StringBuilder();
		for (Path file : files) {
			List<String> lines = lines(file);
			tail.append("The last lines of ").append(file.getFileName()).append(lines.isEmpty() ? ": none." : ":\n");
			lines.forEach((line) -> tail.append("  ").append(line).append('\n'));
		}
		return tail.toString();
	}

	private static List<String> lines(Path file) {
		try {
			// A server that was killed may have left half a character.
			List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
			return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
		}
		catch (IOException ex) {
			return List.of();
		}
	}

}
