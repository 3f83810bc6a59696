package io.quiver.store.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

import io.quiver.data.store.Row;
import io.quiver.store.embedded.disk.OwnerFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A process killed in mid-write, again and again on one directory. Its log and commit
 * settings are so small that rotation, commit and merge are always under way.
 *
 * @author Quiver
 */
class KillTests {

	private static final int ROUNDS = Integer.getInteger("test.kill.rounds", 3);

	@TempDir
	Path directory;

	/**
	 * Revision of each row as acknowledged; -1 for a deleted one.
	 */
	private final Map<Long, Integer> acknowledged = new HashMap<>();

	/** Rows of which a newer state was begun when the process ended. */
	private final Map<Long, Integer> begun = new HashMap<>();

	@Test
	void everyAcknowledgedRowIsThereAndNoneIsHalfWritten() throws Exception {
		Random random = new Random(7);
		for (int round = 0; round < ROUNDS; round++) {
			this.begun.clear();
			int writes = writeUntilKilled(round, 400 + random.nextInt(600));
			assertThat(writes).as("writes of round %d", round).isPositive();
			try (EmbeddedClient client = EmbeddedClient.open(EmbeddedSettings.at(this.directory))) {
				check(client, round);
			}
		}
	}

	private int writeUntilKilled(int round, int lines) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx256m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
				Writer.class.getName(), this.directory.toString(), Integer.toString(round))
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		int read = 0;
		try (BufferedReader out = process.inputReader()) {
			while (read < lines) {
				note(Objects.requireNonNull(out.readLine(), "The writer ended by itself"));
				read++;
			}
			process.toHandle().destroyForcibly(); // which, unlike the process, leaves its
													// output open
			// what was said before the end counts too
			for (String line = out.readLine(); line != null; line = out.readLine()) {
				note(line);
			}
		}
		process.waitFor();
		return read;
	}

	private void note(String line) {
		String[] words = line.split(" ");
		if (words.length != 4 || !words[3].equals(".")) {
			return; // cut off by the kill
		}
		long id = Long.parseLong(words[1]);
		int revision = Integer.parseInt(words[2]);
		if (words[0].equals("begin")) {
			this.begun.put(id, revision);
		}
		else {
			this.begun.remove(id);
			this.acknowledged.put(id, revision);
		}
	}

	private void check(EmbeddedClient client, int round) {
		Set<Long> ids = new HashSet<>(this.acknowledged.keySet());
		ids.addAll(this.begun.keySet());
		long there = 0;
		for (long id : ids) {
			Row row = Samples.get(client, id);
			int revision = (row != null) ? (int) Objects.requireNonNull(row.get(1)) : -1;
			if (row != null) {
				there++;
				assertThat(row).as("row %d", id).isEqualTo(Samples.row(id, revision));
			}
			int expected = this.acknowledged.getOrDefault(id, -1);
			if (revision != expected) {
				assertThat(this.begun).as("row %d of round %d is %d, acknowledged as %d", id, round, revision, expected)
					.containsEntry(id, revision);
				this.acknowledged.put(id, revision);
			}
		}
		assertThat(Samples.count(client)).isEqualTo(there);
	}

	/**
	 * The process that is killed.
	 */
	static final class Writer {

		private static final int THREADS = 4;

		private Writer() {
		}

		public static void main(String[] args) {
			Path directory = Path.of(args[0]);
			int round = Integer.parseInt(args[1]);
			EmbeddedClient client = EmbeddedClient.open(EmbeddedSettings.builder()
				.path(directory)
				.maxLogSize(10_000)
				.commitInterval(Duration.ofMillis(50))
				.ramBuffer(1 << 20)
				.build());
			client.create(Samples.SPEC);
			for (int thread = 0; thread < THREADS; thread++) {
				int own = thread;
				new Thread(() -> write(client, own, round)).start();
			}
			new Thread(() -> {
				while (true) {
					client.optimize(Samples.SPEC.name(), 1);
				}
			}).start();
		}

		private static void write(EmbeddedClient client, int thread, int round) {
			Random random = new Random(31L * round + thread);
			for (int i = 0;; i++) {
				long id = (long) random.nextInt(200) * THREADS + thread;
				boolean delete = random.nextInt(4) == 0;
				int revision = delete ? -1 : round * 1_000_000 + i;
				say("begin %d %d .".formatted(id, revision));
				if (delete) {
					Samples.delete(client, id);
				}
				else {
					Samples.save(client, List.of(Samples.row(id, revision)));
				}
				say("done %d %d .".formatted(id, revision));
			}
		}

		private static void say(String line) {
			synchronized (System.out) {
				System.out.println(line);
			}
		}

	}

	@Test
	void aCollectionThatWasBeingMadeOrDroppedIsGone() throws Exception {
		try (EmbeddedClient client = EmbeddedClient.open(EmbeddedSettings.at(this.directory))) {
			client.create(Samples.SPEC);
		}
		OwnerFiles.createDirectories(this.directory.resolve("collections/new-1/index"));
		OwnerFiles.createDirectories(this.directory.resolve("collections/dropped-1/log"));
		try (EmbeddedClient client = EmbeddedClient.open(EmbeddedSettings.at(this.directory))) {
			assertThat(client.collections()).containsExactly("samples");
			assertThat(this.directory.resolve("collections")).isDirectoryContaining("glob:**/c-samples")
				.isDirectoryNotContaining("glob:**/{new,dropped}-*");
		}
	}

}
