package io.quiver.store.contract.repository;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.quiver.data.core.SchemaPolicy;
import io.quiver.data.core.VectorOperations;
import io.quiver.data.core.VectorTemplate;
import io.quiver.data.core.mapping.FullText;
import io.quiver.data.core.mapping.VectorCollection;
import io.quiver.data.core.mapping.VectorField;
import io.quiver.data.repository.VectorRepository;
import io.quiver.data.repository.query.QueryPlan;
import io.quiver.data.repository.query.UnsupportedQueryMethodException;
import io.quiver.data.repository.support.VectorRepositoryFactory;
import io.quiver.data.store.Abilities;
import io.quiver.data.store.Ability;
import io.quiver.data.store.FilterRule;
import io.quiver.data.store.RowStore;
import io.quiver.store.contract.ReferenceStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.SearchResult;
import org.springframework.data.domain.SearchResults;
import org.springframework.data.domain.Similarity;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.Vector;
import org.springframework.data.repository.query.QueryCreationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What derived queries do from the name of a method to the rows of a store.
 */
class DerivedQueryTests {

	private static final Vector POINT = Vector.of(1f, 0f);

	private RowStore store = new ReferenceStore("default");

	private VectorOperations operations = operations(this.store);

	@AfterEach
	void close() {
		this.store.close();
	}

	private static VectorOperations operations(RowStore store) {
		return VectorTemplate.builder(store).embedder((text) -> new float[] { text.length(), 1 }).build();
	}

	private <R> R repository(Class<R> type) {
		return new VectorRepositoryFactory(this.operations).getRepository(type);
	}

	private Notes notes() {
		Notes notes = repository(Notes.class);
		notes.saveAll(List.of(new Note("a", "quick brown fox", "NL", Vector.of(1f, 0.1f)),
				new Note("b", "lazy dog", "NL", Vector.of(0.1f, 1f)),
				new Note("c", "quick dog, quick cat", "BE", Vector.of(1f, 1f))));
		return notes;
	}

	@Test
	void recordsBesideScores() {
		assertThat(notes().searchByCountryAndBodyVectorNear("NL", POINT)).extracting(SearchResult::getContent)
			.containsExactly(new Label("a", "NL"), new Label("b", "NL"));
	}

	@Test
	void interfacesBesideScores() {
		SearchResults<Named> results = notes().searchTop2ByBodyVectorNear(POINT);
		assertThat(results.contentStream().map(Named::getId)).containsExactly("a", "c");
		assertThat(results.getContent().get(0).getScore()).isInstanceOf(Similarity.class);
	}

	@Test
	void typeOfTheCaller() {
		assertThat(notes().searchTop1ByBodyVectorNear(POINT, Label.class)).singleElement()
			.extracting(SearchResult::getContent)
			.isEqualTo(new Label("a", "NL"));
		assertThat(notes().searchTop1ByBodyVectorNear(POINT, Note.class)).singleElement()
			.extracting((result) -> result.getContent().body())
			.isEqualTo("quick brown fox");
	}

	@Test
	void slicesOfTheNearest() {
		Notes notes = notes();
		Slice<SearchResult<Label>> first = notes.searchSliceByBodyVectorNear(POINT, PageRequest.of(0, 2));
		Slice<SearchResult<Label>> second = notes.searchSliceByBodyVectorNear(POINT, first.nextPageable());
		assertThat(first).extracting((result) -> result.getContent().id()).containsExactly("a", "c");
		assertThat(second).extracting((result) -> result.getContent().id()).containsExactly("b");
		assertThat(second.hasNext()).isFalse();
	}

	@Test
	void textStandsForAVector() {
		assertThat(notes().findFirstByBodyVectorNear("a long text")).map(Note::id).contains("a");
	}

	@Test
	void wordsRank() {
		SearchResults<Note> results = notes().searchByBodyMatches("quick");
		assertThat(results.contentStream().map(Note::id)).containsExactlyInAnyOrder("a", "c");
		assertThat(results.getContent().get(0).getScore()).isNotInstanceOf(Similarity.class);
	}

	@Test
	void wordsFilter() {
		assertThat(notes().findByBodyMatchesOrderByIdDesc("dog")).extracting(Note::id).containsExactly("c", "b");
	}

	@Test
	void zeroVectorIsRefused() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> notes().searchTop2ByBodyVectorNear(Vector.of(0f, 0f)));
	}

	@Test
	void componentsOfTheId() {
		Readings readings = repository(Readings.class);
		readings.save(new Reading(new ReadingId("t1", Instant.EPOCH), 1));
		readings.save(new Reading(new ReadingId("t1", Instant.EPOCH.plusSeconds(1)), 2));
		readings.save(new Reading(new ReadingId("t2", Instant.EPOCH), 3));
		assertThat(readings.findByTenantOrderByTimeDesc("t1")).extracting(Reading::value).containsExactly(2d, 1d);
		assertThat(readings.findByIdTenantAndIdTimeAfter("t1", Instant.EPOCH)).extracting(Reading::value)
			.containsExactly(2d);
		assertThat(readings.findById(new ReadingId("t2", Instant.EPOCH))).map(Reading::value).contains(3d);
		assertThat(readings.countByTenant("t1")).isEqualTo(2);
	}

	@Test
	void plansAreReadable() {
		VectorRepositoryFactory factory = new VectorRepositoryFactory(this.operations);
		factory.getRepository(Notes.class);
		assertThat(factory.getPlans()).contains(new QueryPlan("Notes.searchByCountryAndBodyVectorNear(String, Vector)",
				"search nearest to 'bodyVector' (COSINE, 2) where country = ? in 'note' on default (reference)"));
	}

	@Test
	void startsWithItsCollectionWhereThePolicySaysSo() {
		this.operations = VectorTemplate.builder(this.store)
			.schema(new SchemaPolicy(SchemaPolicy.Mode.CREATE, SchemaPolicy.When.STARTUP))
			.build();
		repository(Plain.class);
		assertThat(this.store.collections()).containsExactly("note");
	}

	@Test
	void startsWithoutItsCollectionElse() {
		repository(Notes.class);
		assertThat(this.store.collections()).isEmpty();
	}

	@Test
	void storeThatCannotFilterStopsTheStart() {
		poor();
		assertThatExceptionOfType(QueryCreationException.class).isThrownBy(() -> repository(Notes.class))
			.havingCause()
			.isInstanceOf(UnsupportedQueryMethodException.class)
			.withMessageContaining(" cannot run on store 'poor' (reference): it ");
	}

	@Test
	void storeThatCannotListRefusesTheCall() {
		poor();
		Plain plain = repository(Plain.class);
		assertThat(plain.findById("a")).isEmpty();
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(plain::findAll);
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(plain::count);
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(plain::deleteAll);
	}

	@Test
	void storeThatCannotListStopsTheStartOfWhoAsksForIt() {
		poor();
		assertThatExceptionOfType(UnsupportedQueryMethodException.class).isThrownBy(() -> repository(Listing.class))
			.withMessageContaining("Listing.findAll() cannot run on store 'poor' (reference)");
	}

	private void poor() {
		this.store = new ReferenceStore("poor",
				Abilities.of((abilities) -> abilities.can(Ability.NEAREST).nearest(FilterRule.none())));
		this.operations = operations(this.store);
	}

	@VectorCollection
	record Note(@Id String id, @FullText String body, String country, @VectorField(dimension = 2) Vector bodyVector) {
	}

	record Label(String id, String country) {
	}

	interface Named {

		String getId();

	}

	interface Plain extends VectorRepository<Note, String> {

	}

	interface Listing extends VectorRepository<Note, String> {

		@Override
		List<Note> findAll();

	}

	interface Notes extends VectorRepository<Note, String> {

		List<SearchResult<Label>> searchByCountryAndBodyVectorNear(String country, Vector vector);

		SearchResults<Named> searchTop2ByBodyVectorNear(Vector vector);

		<P> List<SearchResult<P>> searchTop1ByBodyVectorNear(Vector vector, Class<P> type);

		Slice<SearchResult<Label>> searchSliceByBodyVectorNear(Vector vector, Pageable page);

		Optional<Note> findFirstByBodyVectorNear(String text);

		SearchResults<Note> searchByBodyMatches(String words);

		List<Note> findByBodyMatchesOrderByIdDesc(String words);

	}

	@VectorCollection
	record Reading(@Id ReadingId id, double value) {
	}

	record ReadingId(String tenant, Instant time) {
	}

	interface Readings extends VectorRepository<Reading, ReadingId> {

		List<Reading> findByTenantOrderByTimeDesc(String tenant);

		List<Reading> findByIdTenantAndIdTimeAfter(String tenant, Instant time);

		long countByTenant(String tenant);

	}

}
