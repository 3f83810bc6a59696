package io.quiver.store.contract;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import io.quiver.data.core.PartialWriteException;
import io.quiver.data.core.VectorOperations;
import io.quiver.data.store.Ability;
import io.quiver.data.store.WriteResult.RowFailure;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.IncorrectUpdateSemanticsDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Entities are stored, changed and deleted.
 *
 * @author Quiver
 */
final class EntityWritesTopic extends EntityTopic {

	EntityWritesTopic(VectorOperations operations) {
		super(operations);
	}

	@Behaviour("stores an immutable entity and reads it as it was")
	void record() {
		Article article = this.operations.save(article(1));
		assertThat(article).isEqualTo(article(1));
		assertThat(this.operations.findById(id(1), this.type)).contains(article);
		assertThat(this.operations.existsById(id(1), this.type)).isTrue();
		assertThat(this.operations.findById(id(2), this.type)).isEmpty();
		assertThat(this.operations.existsById(id(2), this.type)).isFalse();
	}

	@Behaviour("stores nulls and empty lists as they are")
	void nulls() {
		Article article = article(1).emptied();
		this.operations.save(article);
		assertThat(this.operations.findById(id(1), this.type)).contains(article);
	}

	@Behaviour(value = "stores an entity under each part of a composite id", asks = Asks.COMPOSITE_KEYS)
	void compositeId() {
		Place place = new Place(new Place.PlaceId("NL", "Delft"), 100_000);
		this.operations.saveAll(List.of(place, new Place(new Place.PlaceId("NLD", "elft"), 5)));
		assertThat(this.operations.findById(place.id(), Place.class)).contains(place);
		assertThat(this.operations.deleteById(place.id(), Place.class)).isTrue();
		assertThat(this.operations.findById(place.id(), Place.class)).isEmpty();
		assertThat(this.operations.findById(new Place.PlaceId("NLD", "elft"), Place.class)).isPresent();
	}

	@Behaviour("saves nothing when given nothing")
	void nothing() {
		assertThat(this.operations.saveAll(List.<Article>of())).isEmpty();
	}

	@Behaviour("saves many entities and returns them in their order")
	void many() {
		List<Article> saved = save(1200);
		assertThat(saved).hasSize(1200).startsWith(article(0)).endsWith(article(1199));
		assertThat(this.operations.findAllById(List.of(id(1199), id(NOBODY), id(0)), this.type))
			.containsExactly(article(1199), article(0));
	}

	@Behaviour(value = "inserts an entity once", needs = Ability.INSERT)
	void inserts() {
		this.operations.insert(article(1));
		assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> this.operations.insert(article(1).withTitle("other")));
		assertThat(this.operations.findById(id(1), this.type)).contains(article(1));
	}

	@Behaviour(value = "tells which entities of a batch are not stored and stores the others", needs = Ability.INSERT)
	void partial() {
		this.operations.insertAll(List.of(article(700), article(3)));
		assertThatExceptionOfType(PartialWriteException.class)
			.isThrownBy(() -> this.operations
				.insertAll(IntStream.range(0, 1000).mapToObj((i) -> article(i).withTitle("new")).toList()))
			.satisfies((ex) -> {
				assertThat(ex.getStored()).isEqualTo(998);
				assertThat(ex.getUnknown()).isEmpty();
				assertThat(ex.getFailed()).extracting(RowFailure::index).containsExactly(3, 700);
			});
		assertThat(this.operations.findAllById(List.of(id(3), id(4), id(999)), this.type)).extracting(Article::title)
			.containsExactly("Title 3", "new", "new");
	}

	@Behaviour(value = "updates an entity that is there only", needs = Ability.UPDATE)
	void updates() {
		this.operations.save(article(1));
		this.operations.update(article(1).withTitle("new"));
		assertThat(this.operations.findById(id(1), this.type)).contains(article(1).withTitle("new"));
		assertThatExceptionOfType(IncorrectUpdateSemanticsDataAccessException.class)
			.isThrownBy(() -> this.operations.update(article(2)));
	}

	@Behaviour(value = "patches some properties and leaves the others", needs = { Ability.MERGE, Ability.UPDATE })
	void patches() {
		this.operations.save(article(1));
		assertThat(this.operations.patch(id(1), Map.of("title", "new"), this.type)).isTrue();
		assertThat(this.operations.patch(id(NOBODY), Map.of("title", "new"), this.type)).isFalse();
		assertThat(this.operations.findById(id(1), this.type)).contains(article(1).withTitle("new"));
	}

	@Behaviour(value = "raises the version of an entity, and refuses one that is out of date",
			needs = { Ability.VERSION, Ability.INSERT, Ability.UPDATE })
	void versions() {
		this.operations.save(new Counter("c"));
		Counter mine = this.operations.findById("c", Counter.class).orElseThrow();
		Counter theirs = this.operations.findById("c", Counter.class).orElseThrow();
		long first = Objects.requireNonNull(mine.getVersion());
		mine.setCount(5);
		mine.setPlace(new float[] { 1, 2 });
		this.operations.save(mine);
		assertThat(mine.getVersion()).isEqualTo(first + 1);
		assertThatExceptionOfType(OptimisticLockingFailureException.class)
			.isThrownBy(() -> this.operations.save(theirs));
		assertThatExceptionOfType(OptimisticLockingFailureException.class)
			.isThrownBy(() -> this.operations.delete(theirs));
		Counter stored = this.operations.findById("c", Counter.class).orElseThrow();
		assertThat(stored.getCount()).isEqualTo(5);
		assertThat(stored.getPlace()).containsExactly(1, 2);
		this.operations.delete(stored);
		assertThat(this.operations.existsById("c", Counter.class)).isFalse();
	}

	@Behaviour("deletes by id and by entity")
	void deletes() {
		save(5);
		this.operations.delete(article(1));
		this.operations.deleteAllById(List.of(id(2), id(NOBODY), id(3)), this.type);
		assertThat(this.operations.findAllById(List.of(id(0), id(1), id(2), id(3), id(4)), this.type))
			.containsExactly(article(0), article(4));
	}

	@Behaviour(value = "tells how many entities were deleted", needs = Ability.DELETE_COUNT)
	void deleteCounts() {
		save(3);
		assertThat(this.operations.deleteById(id(1), this.type)).isTrue();
		assertThat(this.operations.deleteById(id(1), this.type)).isFalse();
		assertThat(this.operations.deleteAllById(List.of(id(0), id(1), id(2)), this.type)).isEqualTo(2);
	}

	@Behaviour("refuses an entity without an id, or with a vector that cannot be compared")
	void refusals() {
		refused(article(1).withoutId());
		refused(article(1).withEmbedding(Vector.of(1f, 2f)));
		refused(article(1).withEmbedding(Vector.of(1f, Float.NaN, 3f)));
		refused(article(1).withEmbedding(Vector.of(1f, Float.POSITIVE_INFINITY, 3f)));
		refused(article(1).withEmbedding(Vector.of(0f, 0f, 0f)));
		assertThat(this.operations.existsById(id(1), this.type)).isFalse();
	}

	private void refused(Article article) {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.operations.save(article));
	}

}
