package io.quiver.store.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.RandomAccessFile;
import java.io.Serializable;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import io.quiver.data.policy.StoreCalls;
import io.quiver.data.store.CollectionSpec;
import io.quiver.store.embedded.disk.OwnerFiles;
import io.quiver.store.embedded.disk.WriteGuard;
import io.quiver.store.embedded.log.WriteAheadLog;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessResourceException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What happens to a directory and its data.
 *
 * @author Quiver
 */
class DurabilityTests {

	@TempDir
	Path temp;

	private EmbeddedClient open(Path directory) {
		return EmbeddedClient.open(EmbeddedSettings.at(directory));
	}

	@Test
	void whatWasMergedStaysMerged() {
		try (EmbeddedClient client = open(this.temp)) {
			client.create(Samples.SPEC);
			for (int id = 0; id < 3; id++) {
				Samples.save(client, id, 1);
				client.commit("samples");
			}
			client.optimize("samples", 1);
		}
		try (EmbeddedClient client = open(this.temp)) {
			assertThat(client.stats("samples").details()).containsEntry("segments", 1);
		}
	}

	@Test
	void dataIsThereAfterClose() {
		try (EmbeddedClient client = open(this.temp)) {
			client.create(Samples.SPEC);
			Samples.save(client, Samples.rows(0, 100));
			Samples.delete(client, 7);
		}
		try (EmbeddedClient client = open(this.temp)) {
			assertThat(client.collections()).containsExactly("samples");
			assertThat(client.describe("samples")).isEqualTo(Samples.SPEC);
			assertThat(Samples.count(client)).isEqualTo(99);
			assertThat(Samples.get(client, 42)).isEqualTo(Samples.row(42, 0));
		}
	}

	@Test
	void missingParentsAreMadeForTheOwnerOnly() throws IOException {
		Path directory = this.temp.resolve("a/b/data");
		try (EmbeddedClient client = open(directory)) {
			client.create(Samples.SPEC);
			Samples.save(client, 1, 1);
			client.commit("samples");
			try (Stream<Path> files = Files.walk(directory)) {
				assertThat(files)
					.allSatisfy((file) -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
						.isEqualTo(Files.isDirectory(file) ? "rwx------" : "rw-------"));
			}
		}
	}

	@Test
	void aDirectoryIsOpenOnce() {
		try (EmbeddedClient client = open(this.temp)) {
			assertThatExceptionOfType(DataAccessResourceFailureException.class).isThrownBy(() -> open(this.temp))
				.withMessageContaining(this.temp.toString())
				.withMessageContaining("open elsewhere");
		}
		open(this.temp).close();
	}

	@Test
	void anotherProcessIsRefused() throws Exception {
		try (EmbeddedClient client = open(this.temp)) {
			Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
					"-cp", System.getProperty("java.class.path"), Opener.class.getName(), this.temp.toString())
				.redirectError(ProcessBuilder.Redirect.DISCARD)
				.start();
			assertThat(new String(process.getInputStream().readAllBytes())).contains("open elsewhere");
			assertThat(process.waitFor()).isZero();
		}
	}

	static final class Opener {

		private Opener() {
		}

		public static void main(String[] args) {
			try {
				EmbeddedClient.open(EmbeddedSettings.at(Path.of(args[0])));
			}
			catch (DataAccessResourceFailureException ex) {
				System.out.println(ex.getMessage());
			}
		}

	}

	@Test
	void aReadOnlyPlaceIsNamed() {
		Path readOnly = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/data");
		assertThatExceptionOfType(DataAccessResourceFailureException.class).isThrownBy(() -> open(readOnly))
			.withMessageContaining("'/data' cannot be used")
			.withMessageContaining("may create and write");
	}

	@Test
	void aFileInThePlaceOfTheDirectoryIsNamed() throws IOException {
		Path file = Files.writeString(this.temp.resolve("file"), "");
		assertThatExceptionOfType(DataAccessResourceFailureException.class).isThrownBy(() -> open(file.resolve("data")))
			.withMessageContaining(file.resolve("data").toString());
	}

	@Test
	void aFullDiskLosesNothingAcknowledged() {
		AtomicBoolean full = new AtomicBoolean();
		try (EmbeddedClient client = openOn(full)) {
			client.create(Samples.SPEC);
			Samples.save(client, Samples.rows(0, 50));
			full.set(true);
			assertThatExceptionOfType(DataAccessResourceFailureException.class)
				.isThrownBy(() -> Samples.save(client, 1, 1))
				.withMessageContaining("No space left on device");
			assertThat(Samples.get(client, 1)).isEqualTo(Samples.row(1, 0));
			assertThatExceptionOfType(DataAccessResourceFailureException.class)
				.isThrownBy(() -> client.commit("samples"));
			full.set(false);
			Samples.save(client, 50, 0);
			assertThat(Samples.count(client)).isEqualTo(51);
		}
		try (EmbeddedClient client = open(this.temp)) {
			assertThat(Samples.count(client)).isEqualTo(51);
		}
	}

	@Test
	void aDiskThatIsFullInTheMiddleOfACommitLosesNothing() {
		for (int room = 0; room < 3000; room += 97) {
			Path directory = this.temp.resolve("room" + room);
			long[] left = { Long.MAX_VALUE };
			try (EmbeddedClient client = EmbeddedClient.open(EmbeddedSettings.at(directory), StoreCalls.direct(),
					(bytes) -> {
						synchronized (left) {
							left[0] -= bytes;
							if (left[0] < 0) {
								throw new IOException("No space left on device");
							}
						}
					})) {
				client.create(Samples.SPEC);
				Samples.save(client, Samples.rows(0, 20));
				synchronized (left) {
					left[0] = room;
				}
				try {
					client.commit("samples");
				}
				catch (DataAccessResourceFailureException ex) {
					assertThat(ex).hasRootCauseMessage("No space left on device");
				}
				synchronized (left) {
					left[0] = Long.MAX_VALUE;
				}
				assertThat(Samples.count(client)).as("room for %d bytes", room).isEqualTo(20);
				Samples.save(client, 20, 0);
			}
			try (EmbeddedClient client = open(directory)) {
				assertThat(Samples.count(client)).as("room for %d bytes", room).isEqualTo(21);
			}
		}
	}

	private EmbeddedClient openOn(AtomicBoolean full) {
		return EmbeddedClient.open(EmbeddedSettings.at(this.temp), StoreCalls.direct(), (bytes) -> {
			if (full.get()) {
				throw new IOException("No space left on device");
			}
		});
	}

	@Test
	void aLogCutAnywhereHasEveryWholeRecordBeforeTheCut() throws IOException {
		Path source = this.temp.resolve("source");
		List<Long> ends = new ArrayList<>();
		Path copy = this.temp.resolve("copy");
		try (EmbeddedClient client = open(source)) {
			client.create(Samples.SPEC);
			Path log = log(source);
			ends.add(Files.size(log));
			for (int id = 0; id < 5; id++) {
				Samples.save(client, id, 0);
				ends.add(Files.size(log));
			}
			copy(source, copy);
		}
		byte[] whole = Files.readAllBytes(log(copy));
		for (int length = whole.length; length >= ends.get(0); length--) {
			try (RandomAccessFile file = new RandomAccessFile(log(copy).toFile(), "rw")) {
				file.setLength(0);
				file.write(whole, 0, length);
			}
			int records = 0;
			while (records < 5 && ends.get(records + 1) <= length) {
				records++;
			}
			List<byte[]> replayed = new ArrayList<>();
			WriteAheadLog.open(OwnerFiles.parent(log(copy)), 1, true, WriteGuard.none(), replayed::add).close();
			assertThat(replayed).as("log of %d bytes", length).hasSize(records);
			assertThat(Files.size(log(copy))).isEqualTo(ends.get(records));
		}
		Files.write(log(copy), Arrays.copyOf(whole, whole.length - 3));
		try (EmbeddedClient client = open(copy)) {
			assertThat(Samples.count(client)).isEqualTo(4);
			Samples.save(client, 9, 9);
		}
		try (EmbeddedClient client = open(copy)) {
			assertThat(Samples.count(client)).isEqualTo(5);
		}
	}

	@Test
	void aLogDamagedBeforeAcknowledgedRecordsIsAnError() throws IOException {
		Path copy = this.temp.resolve("copy");
		long end;
		try (EmbeddedClient client = open(this.temp.resolve("source"))) {
			client.create(Samples.SPEC);
			Samples.save(client, 1, 0);
			end = Files.size(log(this.temp.resolve("source")));
			Samples.save(client, 2, 0);
			Samples.save(client, 3, 0);
			copy(this.temp.resolve("source"), copy);
		}
		flip(log(copy), end - 5);
		try (EmbeddedClient client = open(copy)) {
			assertThatExceptionOfType(NonTransientDataAccessResourceException.class)
				.isThrownBy(() -> Samples.count(client))
				.withMessageContaining(log(copy).toString())
				.withMessageContaining("restore");
		}
	}

	@Test
	void aMissingLogSegmentIsAnError() throws IOException {
		try (EmbeddedClient client = open(this.temp)) {
			client.create(Samples.SPEC);
			Samples.save(client, 1, 0);
		}
		Files.delete(log(this.temp));
		try (EmbeddedClient client = open(this.temp)) {
			assertThatExceptionOfType(NonTransientDataAccessResourceException.class)
				.isThrownBy(() -> Samples.count(client))
				.withMessageContaining("must have all segments");
		}
	}

	@Test
	void aDamagedIndexIsAnError() throws IOException {
		try (EmbeddedClient client = open(this.temp)) {
			client.create(Samples.SPEC);
			Samples.save(client, 1, 0);
		}
		Path index = this.temp.resolve("collections/c-samples/index");
		try (Stream<Path> files = Files.list(index)) {
			flip(files.filter((file) -> file.getFileName().toString().startsWith("segments_"))
				.findFirst()
				.orElseThrow(), 30);
		}
		try (EmbeddedClient client = open(this.temp)) {
			assertThatExceptionOfType(NonTransientDataAccessResourceException.class)
				.isThrownBy(() -> Samples.count(client))
				.withMessageContaining("index is damaged");
		}
	}

	@Test
	void aDamagedShapeIsAnError() throws IOException {
		try (EmbeddedClient client = open(this.temp)) {
			client.create(Samples.SPEC);
		}
		Path shape = this.temp.resolve("collections/c-samples/shape");
		flip(shape, 20);
		try (EmbeddedClient client = open(this.temp)) {
			assertThatExceptionOfType(NonTransientDataAccessResourceException.class)
				.isThrownBy(() -> client.describe("samples"))
				.withMessageContaining(shape.toString());
		}
	}

	@Test
	void aForeignClassInAShapeIsNotLoaded() throws IOException {
		try (EmbeddedClient client = open(this.temp)) {
			client.create(Samples.SPEC);
		}
		Files.write(this.temp.resolve("collections/c-samples/shape"), serialised());
		try (EmbeddedClient client = open(this.temp)) {
			assertThatExceptionOfType(NonTransientDataAccessResourceException.class)
				.isThrownBy(() -> Samples.count(client))
				.withMessageContaining("is damaged");
		}
		assertThat(Trap.loaded).isFalse();
	}

	@Test
	void aForeignClassInABodyIsNotLoaded() throws IOException {
		try (EmbeddedClient client = open(this.temp)) {
			client.create(Samples.SPEC);
		}
		Path directory = OwnerFiles.parent(log(this.temp));
		try (WriteAheadLog log = WriteAheadLog.open(directory, 1, true, WriteGuard.none(), (record) -> {
		})) {
			LogRecord record = new LogRecord().put(new BytesRef("key"), serialised());
			log.await(log.append(record.toBytes()));
		}
		try (EmbeddedClient client = open(this.temp)) {
			assertThatExceptionOfType(NonTransientDataAccessResourceException.class)
				.isThrownBy(() -> Samples.count(client))
				.withMessageContaining("is damaged");
		}
		assertThat(Trap.loaded).isFalse();
	}

	@Test
	void interruptedThreadsCloseNothing() {
		try (EmbeddedClient client = EmbeddedClient
			.open(EmbeddedSettings.builder().path(this.temp).maxLogSize(1).build())) {
			client.create(Samples.SPEC);
			for (int id = 0; id < 50; id++) {
				Thread.currentThread().interrupt();
				Samples.save(client, id, 0);
				assertThat(Thread.currentThread().isInterrupted()).isTrue();
				assertThat(Samples.count(client)).isEqualTo(id + 1);
				client.commit("samples");
				assertThat(Thread.interrupted()).isTrue();
			}
			Samples.save(client, 50, 0);
			assertThat(Samples.count(client)).isEqualTo(51);
		}
		try (EmbeddedClient client = open(this.temp)) {
			assertThat(Samples.count(client)).isEqualTo(51);
		}
	}

	@Test
	void threadsInterruptedInMidWriteLoseNothing() throws InterruptedException {
		try (EmbeddedClient client = open(this.temp)) {
			client.create(Samples.SPEC);
			List<Thread> writers = new ArrayList<>();
			for (int thread = 0; thread < 4; thread++) {
				int own = thread;
				Thread writer = new Thread(() -> {
					for (int i = 0; i < 50; i++) {
						Samples.save(client, own * 50 + i, 0);
						Samples.count(client);
					}
				});
				writers.add(writer);
				writer.start();
			}
			while (writers.stream().anyMatch(Thread::isAlive)) {
				writers.forEach(Thread::interrupt);
				writers.get(0).join(1);
			}
			assertThat(Samples.count(client)).isEqualTo(200);
			assertThat(Samples.get(client, 199)).isEqualTo(Samples.row(199, 0));
		}
	}

	@Test
	void namesThatDifferInCaseAreTwoCollections() {
		try (EmbeddedClient client = open(this.temp)) {
			client.create(Samples.SPEC);
			client.create(new CollectionSpec("Samples", Samples.SPEC.columns()));
			Samples.save(client, 1, 0);
			assertThat(client.collections()).containsExactly("Samples", "samples");
			assertThat(client.stats("Samples").rows()).isZero();
			assertThat(this.temp.resolve("collections/c-=53amples")).isDirectory();
		}
	}

	private static Path log(Path directory) throws IOException {
		try (Stream<Path> files = Files.list(directory.resolve("collections/c-samples/log"))) {
			return files.sorted().findFirst().orElseThrow();
		}
	}

	private static void copy(Path from, Path to) throws IOException {
		try (Stream<Path> files = Files.walk(from)) {
			for (Path file : files.toList()) {
				Path target = to.resolve(from.relativize(file).toString());
				if (Files.isDirectory(file)) {
					OwnerFiles.createDirectories(target);
				}
				else {
					Files.copy(file, target);
				}
			}
		}
	}

	private static void flip(Path path, long position) throws IOException {
		try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
			file.seek(position);
			int old = file.read();
			file.seek(position);
			file.write(old ^ 0xFF);
		}
	}

	private static byte[] serialised() throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			out.writeObject(new Trap());
		}
		Trap.loaded = false;
		return bytes.toByteArray();
	}

	static final class Trap implements Serializable {

		private static final long serialVersionUID = 1;

		static volatile boolean loaded;

		private void readObject(ObjectInputStream in) {
			loaded = true;
		}

	}

}
