package io.quiver.store.proxima.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * An exchange with a real server.
 *
 * @author Quiver
 * @param section the part of the recordings in which it stands
 * @param title what it shows
 * @param before what must have been done before it, though it was not recorded
 * @param deviation why this server answers otherwise, or {@code null} if it does not
 * @param call the first line of the request
 * @param body the rest of it
 * @param outcome the first line of the answer
 * @param answer the rest of it
 */
record Recording(String section, String title, List<String> before, @Nullable String deviation, String call,
		String body, String outcome, String answer) {

	/** Read all of a file beside this class, in their order. */
	static List<Recording> read(String name) {
		try (Reader file = new InputStreamReader(
				Objects.requireNonNull(Recording.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
			Draft draft = new Draft();
			new BufferedReader(file).lines().forEach(draft::add);
			return draft.finish();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The recordings read so far. */
	private static final class Draft {

		private final List<Recording> done = new ArrayList<>();

		private String section = "";

		private @Nullable String title;

		private List<String> before = new ArrayList<>();

		private @Nullable String deviation;

		private List<String> request = new ArrayList<>();

		private List<String> answer = new ArrayList<>();

		void add(String line) {
			String mark = (line.length() < 2) ? line : line.substring(0, 2);
			String text = line.substring(mark.length());
			switch (mark) {
				case "##" -> {
					finish();
					this.section = text.strip();
				}
				case "= " -> {
					finish();
					this.title = text;
				}
				case "~ " -> this.before.add(text);
				case "! " -> this.deviation = text;
				case "> " -> this.request.add(text);
				case "< " -> this.answer.add(text);
				default -> addToBody(line);
			}
		}

		private void addToBody(String line) {
			if (this.title != null && !line.isEmpty()) {
				(this.answer.isEmpty() ? this.request : this.answer).add(line);
			}
		}

		List<Recording> finish() {
			if (this.title != null) {
				this.done.add(new Recording(this.section, this.title, this.before, this.deviation, this.request.get(0),
						rest(this.request), this.answer.get(0), rest(this.answer)));
			}
			this.title = null;
			this.deviation = null;
			this.before = new ArrayList<>();
			this.request = new ArrayList<>();
			this.answer = new ArrayList<>();
			return this.done;
		}

		private static String rest(List<String> lines) {
			return String.join("\n", lines.subList(1, lines.size()));
		}

	}

}
