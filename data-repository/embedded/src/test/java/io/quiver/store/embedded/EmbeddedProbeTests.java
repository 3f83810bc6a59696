package io.quiver.store.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import io.quiver.data.policy.Deadline;
import io.quiver.data.policy.StoreCalls;
import io.quiver.store.embedded.disk.OwnerFiles;
import io.quiver.store.embedded.disk.WriteGuard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.QueryTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The engine's signs of life.
 *
 * @author Quiver
 */
class EmbeddedProbeTests {

	private static final Deadline SOON = Deadline.after(Duration.ofMinutes(1));

	@TempDir
	Path directory;

	private static EmbeddedStore store(EmbeddedSettings settings) {
		return new EmbeddedStore("test", EmbeddedClient.open(settings));
	}

	@Test
	void anEngineInMemoryTellsWhatItIs() {
		try (EmbeddedStore store = store(EmbeddedSettings.inMemory())) {
			assertThat(store.probe(SOON)).containsEntry("storage", "memory")
				.containsKey("engine")
				.doesNotContainKey("usableSpace");
		}
	}

	@Test
	void anEngineOnDiskTellsItsPlaceAndTheRoomThatIsLeft() {
		try (EmbeddedStore store = store(EmbeddedSettings.at(this.directory))) {
			assertThat(store.probe(SOON)).containsEntry("storage", this.directory.toString())
				.hasEntrySatisfying("usableSpace", (bytes) -> assertThat((long) bytes).isPositive());
		}
	}

	@Test
	void aClosedEngineIsNotAlive() {
		EmbeddedStore store = store(EmbeddedSettings.inMemory());
		store.close();
		assertThatExceptionOfType(NonTransientDataAccessResourceException.class).isThrownBy(() -> store.probe(SOON))
			.withCauseInstanceOf(IllegalStateException.class);
	}

	@Test
	void aVanishedDirectoryIsNamed() throws IOException {
		Path data = this.directory.resolve("data");
		try (EmbeddedStore store = store(EmbeddedSettings.at(data))) {
			OwnerFiles.deleteDirectory(data);
			assertThatExceptionOfType(DataAccessResourceFailureException.class).isThrownBy(() -> store.probe(SOON))
				.withMessageContaining(data.toString());
		}
	}

	@Test
	void nothingIsWrittenForAProbe() {
		WriteGuard none = (bytes) -> {
			throw new IOException("Nothing was to be written");
		};
		try (EmbeddedClient client = EmbeddedClient.open(EmbeddedSettings.at(this.directory), StoreCalls.direct(),
				none)) {
			assertThat(client.probe(SOON)).isNotEmpty();
		}
	}

	@Test
	void anAnswerThatComesTooLateIsNone() {
		try (EmbeddedStore store = store(EmbeddedSettings.inMemory())) {
			assertThatExceptionOfType(QueryTimeoutException.class)
				.isThrownBy(() -> store.probe(Deadline.after(Duration.ofNanos(1))));
		}
	}

}
