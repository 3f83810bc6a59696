package io.quiver.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The results, as Markdown.
 *
 * @author Quiver
 * @since 0.1
 */
final class Report {

	private final StringBuilder text = new StringBuilder();

	private final List<String> notes = new ArrayList<>();

	void section(String title) {
		flush();
		line("\n### " + title + "\n");
		line("| ours | compared with | ours, us | theirs, us | ratio of time | ratio of CPU | target | met |");
		line("|---|---|---|---|---|---|---|---|");
	}

	/**
	 * Add a comparison. A target is met if the spread reaches it.
	 * @param rounds the runs
	 * @param ours the name of our side
	 * @param theirs the name of the other
	 * @param target the wanted ratio of time, or 0 where there is none
	 * @return the ratio of time
	 */
	Spread compare(Rounds rounds, String ours, String theirs, double target) {
		Spread ratio = rounds.ratio(ours, theirs, Measurement::time);
		line("| " + String.join(" | ", ours, theirs, Spread.number(rounds.of(ours, Measurement::time).median()),
				Spread.number(rounds.of(theirs, Measurement::time).median()), ratio.toString(),
				rounds.ratio(ours, theirs, Measurement::cpu).toString(), (target != 0) ? ">= " + target : "-",
				met(ratio, target)) + " |");
		return ratio;
	}

	/**
	 * Add a line below the table.
	 * @param note the line
	 */
	void note(String note) {
		this.notes.add(note);
	}

	private void flush() {
		this.notes.forEach((note) -> line("\n" + note));
		this.notes.clear();
	}

	void line(String line) {
		this.text.append(line).append('\n');
	}

	static String met(Spread ratio, double target) {
		if (target == 0) {
			return "-";
		}
		return (ratio.median() >= target) ? "yes" : (ratio.max() >= target) ? "within the spread" : "**no**";
	}

	void write(Path file) {
		flush();
		try {
			Files.createDirectories(file.toAbsolutePath().getParent());
			Files.writeString(file, this.text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public String toString() {
		return this.text + String.join("\n\n", this.notes);
	}

}
