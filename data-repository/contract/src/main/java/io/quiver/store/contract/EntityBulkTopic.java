package io.quiver.store.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.quiver.data.core.BulkWriter;
import io.quiver.data.core.BulkWriter.Failure;
import io.quiver.data.core.BulkWriter.Progress;
import io.quiver.data.core.PartialWriteException;
import io.quiver.data.core.VectorOperations;
import io.quiver.data.store.Ability;
import io.quiver.data.store.WriteMode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Many entities are written by many threads.
 *
 * @author Quiver
 */
final class EntityBulkTopic extends EntityTopic {

	EntityBulkTopic(VectorOperations operations) {
		super(operations);
	}

	@Behaviour("stores all that many threads add, and says how far it is")
	void threads() {
		List<Progress> seen = Collections.synchronizedList(new ArrayList<>());
		try (BulkWriter<Article> writer = this.operations.bulkWriter(this.type)
			.batchSize(50)
			.concurrency(3)
			.onProgress(seen::add)
			.open()) {
			Threads.run(8, (thread) -> {
				for (int i = 0; i < 100; i++) {
					writer.add(article(thread * 100 + i));
				}
			});
			Progress progress = writer.flush();
			assertThat(progress.added()).isEqualTo(800);
			assertThat(progress.stored()).isEqualTo(800);
			assertThat(progress.failed()).isZero();
		}
		assertThat(seen).hasSizeGreaterThanOrEqualTo(16).extracting(Progress::stored).isSorted();
		assertThat(this.operations.findAllById(List.of(id(0), id(799)), this.type)).hasSize(2);
	}

	@Behaviour("stores what is left when it is closed")
	void close() {
		try (BulkWriter<Article> writer = this.operations.bulkWriter(this.type).open()) {
			writer.add(article(1));
		}
		assertThat(this.operations.existsById(id(1), this.type)).isTrue();
	}

	@Behaviour(value = "tells its listener which entities failed", needs = Ability.INSERT)
	void failures() {
		this.operations.insert(article(7));
		List<Failure<Article>> failures = Collections.synchronizedList(new ArrayList<>());
		try (BulkWriter<Article> writer = this.operations.bulkWriter(this.type)
			.mode(WriteMode.INSERT)
			.batchSize(4)
			.onFailure(failures::addAll)
			.open()) {
			for (int i = 0; i < 20; i++) {
				writer.add(article(i));
			}
			assertThat(writer.flush().failed()).isEqualTo(1);
		}
		assertThat(failures).extracting(Failure::entity).containsExactly(article(7));
	}

	@Behaviour(value = "throws at the flush if entities failed and nobody listens", needs = Ability.INSERT)
	void failuresUnheard() {
		this.operations.insert(article(1));
		BulkWriter<Article> writer = this.operations.bulkWriter(this.type).mode(WriteMode.INSERT).open();
		writer.add(article(1));
		writer.add(article(2));
		assertThatExceptionOfType(PartialWriteException.class).isThrownBy(writer::flush);
		writer.close();
		assertThat(this.operations.existsById(id(2), this.type)).isTrue();
	}

}
