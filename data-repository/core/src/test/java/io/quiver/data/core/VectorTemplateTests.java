package io.quiver.data.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import io.quiver.data.core.SchemaPolicy.Mode;
import io.quiver.data.core.SchemaPolicy.When;
import io.quiver.data.core.mapping.Generated;
import io.quiver.data.core.mapping.VectorCollection;
import io.quiver.data.core.mapping.VectorField;
import io.quiver.data.core.query.Metric;
import io.quiver.data.core.query.Query;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.core.query.SearchRequest;
import io.quiver.data.core.query.SimilarityRange;
import io.quiver.data.core.query.WriteOptions;
import io.quiver.data.store.Abilities;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column;
import io.quiver.data.store.ColumnType;
import io.quiver.data.store.FindRequest;
import io.quiver.data.store.Key;
import io.quiver.data.store.NearestRequest;
import io.quiver.data.store.WriteMode;
import io.quiver.data.store.WriteRequest;
import io.quiver.data.store.WriteResult;
import io.quiver.data.store.WriteResult.Outcome;
import io.quiver.data.store.WriteResult.RowFailure;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Similarity;
import org.springframework.data.domain.Vector;
import org.springframework.data.mapping.MappingException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@NullUnmarked
class VectorTemplateTests {

	private final RecordingStore store = new RecordingStore();

	private final VectorTemplate template = new VectorTemplate(this.store);

	@Test
	void wrongDimensionIsRefusedBeforeTheStoreIsCalled() {
		refused((template) -> template.save(new Article("a", Vector.of(1f, 2f, 3f))), "'embedding'", "dimension 2",
				"dimension 3");
	}

	@Test
	void componentThatIsNotFiniteIsRefused() {
		refused((template) -> template.save(new Article("a", Vector.of(1f, Float.NaN))), "'embedding'", "component 1",
				"NaN");
		refused((template) -> template.save(new Article("a", Vector.of(Float.NEGATIVE_INFINITY, 1f))), "'embedding'",
				"component 0", "-Infinity");
	}

	@Test
	void greatestFiniteComponentIsStored() {
		Article article = new Article("a", Vector.of(-Float.MAX_VALUE, Float.MIN_VALUE));
		assertThat(this.template.save(article)).isEqualTo(article);
	}

	@Test
	void zeroVectorIsRefusedUnderCosine() {
		refused((template) -> template.save(new Article("a", Vector.of(0f, 0f))), "'embedding'", "COSINE");
	}

	@Test
	void searchVectorIsCheckedToo() {
		refused((template) -> template.search(SearchRequest.near("embedding", Vector.of(1f)), Article.class),
				"'embedding'", "dimension 2", "dimension 1");
	}

	@Test
	void nullIdIsRefused() {
		refused((template) -> template.save(new Article(null, Vector.of(1f, 2f))), "'id'", "must not be null");
	}

	@Test
	void rowAboveTheLimitIsRefused() {
		VectorTemplate small = VectorTemplate.builder(this.store).maxRowSize(100).build();
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> small.save(new Article("x".repeat(200), Vector.of(1f, 2f))))
			.withMessageContaining("100")
			.withMessageContaining("'quiver.stores.test.max-row-size'");
		assertThat(this.store.requests).isEmpty();
	}

	@Test
	void textWithoutEmbedderIsRefused() {
		refused((template) -> template.search(SearchRequest.near("embedding", "words"), Article.class), "TextEmbedder");
	}

	@Test
	void textIsEmbedded() {
		VectorTemplate template = VectorTemplate.builder(this.store)
			.embedder((text) -> new float[] { text.length(), 1 })
			.build();
		template.search(SearchRequest.near("embedding", "words"), Article.class);
		assertThat(this.store.last(NearestRequest.class).vector()).containsExactly(5, 1);
	}

	@Test
	void patchOfTheIdIsRefused() {
		refused((template) -> template.patch("a", Map.of("id", "b"), Article.class), "'id' is the id");
	}

	@Test
	void patchOfTheVersionIsRefused() {
		refused((template) -> template.patch(1L, Map.of("version", 3), Counter.class), "'version' is the version");
	}

	@Test
	void patchOfUnknownPropertyIsRefused() {
		refused((template) -> template.patch("a", Map.of("nothing", 1), Article.class), "No property 'nothing'");
	}

	@Test
	void optionThatTheStoreLacksIsRefused() {
		VectorTemplate template = new VectorTemplate(new RecordingStore(Abilities.of((abilities) -> {
		})));
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> template.with(SearchOptions.none().withEf(5), WriteOptions.none()))
			.withMessageContaining("EF")
			.withMessageContaining("'test' (recording)");
	}

	@Test
	void tenantIsResolvedWhereUnset() {
		VectorTemplate template = VectorTemplate.builder(this.store).tenantResolver(() -> "acme").build();
		template.find(Query.all().withLimit(1), Article.class);
		assertThat(this.store.last(FindRequest.class).options().tenant()).isEqualTo("acme");
	}

	@Test
	void ownTenantWins() {
		VectorTemplate template = VectorTemplate.builder(this.store).tenantResolver(() -> "acme").build();
		template.saveAll(List.of(new Article("a", null)), WriteOptions.none().withTenant("other"));
		assertThat(this.store.last(WriteRequest.class).options().tenant()).isEqualTo("other");
	}

	@Test
	void missingUuidIsMade() {
		assertThat(this.template.save(new WithUuid(null, "x")).id()).isNotNull();
	}

	@Test
	void keyMadeByTheStoreComesBack() {
		this.store.nextResult = new WriteResult(1, 1, List.of(), List.of(Key.of(42L)));
		assertThat(this.template.insert(new WithSerial(null)).id()).isEqualTo(42L);
	}

	@Test
	void entityWithoutVersionIsInserted() {
		Counter saved = this.template.save(new Counter(1L, 10, null));
		assertThat(saved.version()).isZero();
		assertThat(this.store.last(WriteRequest.class).mode()).isEqualTo(WriteMode.INSERT);
	}

	@Test
	void entityWithVersionIsUpdatedOverIt() {
		Counter saved = this.template.save(new Counter(1L, 10, 4L));
		assertThat(saved.version()).isEqualTo(5);
		assertThat(this.store.last(WriteRequest.class).mode()).isEqualTo(WriteMode.UPDATE);
		assertThat(this.store.last(WriteRequest.class).expectedVersions()).containsExactly(4L);
	}

	@Test
	void savingAsNewWhatIsThereIsAConflict() {
		this.store.nextResult = failure(0, new DuplicateKeyException("there"));
		assertThatExceptionOfType(OptimisticLockingFailureException.class)
			.isThrownBy(() -> this.template.save(new Counter(1L, 10, null)));
	}

	@Test
	void insertingWhatIsThereIsADuplicate() {
		this.store.nextResult = failure(0, new DuplicateKeyException("there"));
		assertThatExceptionOfType(DuplicateKeyException.class)
			.isThrownBy(() -> this.template.insert(new Counter(1L, 10, null)));
	}

	@Test
	void newAndOldEntitiesAreSavedTogetherInTheirOrder() {
		List<Counter> saved = this.template
			.saveAll(List.of(new Counter(1L, 0, 3L), new Counter(2L, 0, null), new Counter(3L, 0, 7L)));
		assertThat(saved).extracting(Counter::version).containsExactly(4L, 0L, 8L);
		assertThat(this.store.writes()).extracting(WriteRequest::mode)
			.containsExactly(WriteMode.INSERT, WriteMode.UPDATE);
	}

	@Test
	void failedRowIsNamedByItsPlaceAmongAll() {
		this.store.nextResult = failure(0, new DuplicateKeyException("there"));
		assertThatExceptionOfType(PartialWriteException.class)
			.isThrownBy(() -> this.template.saveAll(List.of(new Counter(1L, 0, 3L), new Counter(2L, 0, null))))
			.satisfies((ex) -> assertThat(ex.getFailed()).extracting(RowFailure::index).containsExactly(1));
	}

	@Test
	void manyEntitiesAreSentInBatches() {
		this.template.saveAll(articles(1200));
		assertThat(this.store.writes()).extracting((write) -> write.rows().size()).containsExactly(500, 500, 200);
	}

	@Test
	void storeIsToldOnceWhenACallHasWritten() {
		this.template.saveAll(articles(1200));
		assertThat(this.store.afterWrites).isOne();
		this.template.save(new Article("a", null));
		assertThat(this.store.afterWrites).isEqualTo(2);
		this.template.patch("a", Map.of("embedding", Vector.of(1f, 2f)), Article.class);
		assertThat(this.store.afterWrites).isEqualTo(3);
		this.template.deleteById("a", Article.class);
		assertThat(this.store.afterWrites).isEqualTo(3);
	}

	@Test
	void whatTheStoreFailsAtBehindAWriteIsTheFailureOfTheCall() {
		this.store.afterWritesFailure = new NonTransientDataAccessResourceException("stored, but not found yet");
		assertThatExceptionOfType(NonTransientDataAccessResourceException.class)
			.isThrownBy(() -> this.template.saveAll(articles(1200)))
			.withMessage("stored, but not found yet");
		assertThat(this.store.writes()).hasSize(3);
	}

	@Test
	void rowsThatFailAreToldBeforeWhatTheStoreFailsAtBehindTheOthers() {
		this.store.afterWritesFailure = new NonTransientDataAccessResourceException("stored, but not found yet");
		this.store.nextResult = new WriteResult(2, 1,
				List.of(new RowFailure(0, Outcome.FAILED, new DuplicateKeyException("there"))));
		assertThatExceptionOfType(PartialWriteException.class).isThrownBy(() -> this.template.saveAll(articles(2)))
			.satisfies((ex) -> assertThat(ex.getSuppressed()).containsExactly(this.store.afterWritesFailure));
		assertThat(this.store.afterWrites).isOne();
	}

	@Test
	void batchThatFailsAsAWholeStopsTheOthers() {
		this.store.onWrite = (request) -> {
			if (!this.store.writes().isEmpty()) {
				throw new QueryTimeoutException("late");
			}
			return request;
		};
		assertThatExceptionOfType(PartialWriteException.class).isThrownBy(() -> this.template.saveAll(articles(1200)))
			.satisfies((ex) -> {
				assertThat(ex.getStored()).isEqualTo(500);
				assertThat(ex.getUnknown()).hasSize(500).first().extracting(RowFailure::index).isEqualTo(500);
				assertThat(ex.getFailed()).hasSize(200).first().extracting(RowFailure::index).isEqualTo(1000);
			});
		assertThat(this.store.afterWrites).isZero();
	}

	@Test
	void savingNothingCallsNobody() {
		assertThat(this.template.saveAll(List.<Article>of())).isEmpty();
		assertThat(this.store.created).isZero();
	}

	@Test
	void limitOfZeroCallsNobody() {
		assertThat(this.template.find(Query.all().withLimit(0), Article.class)).isEmpty();
		assertThat(this.store.requests).isEmpty();
	}

	@Test
	void countingARangeComparesEveryRow() {
		this.template.count(
				SearchRequest.near("embedding", Vector.of(1f, 2f)).within(SimilarityRange.atLeast(Similarity.of(0.8))),
				Article.class);
		assertThat(this.store.last(NearestRequest.class).options().exact()).isTrue();
	}

	@Test
	void rangeOfAllSimilaritiesIsABound() {
		SearchRequest request = SearchRequest.near("embedding", Vector.of(1f, 2f))
			.within(SimilarityRange.atLeast(Similarity.of(0)));
		assertThat(this.template.count(request, Article.class)).isZero();
		assertThat(this.template.exists(request, Article.class)).isFalse();
		assertThat(this.template.delete(request, Article.class)).isZero();
		assertThat(this.template.search(request, Article.class)).isEmpty();
	}

	@Test
	void countingNeighboursWithoutABoundIsRefused() {
		refused((template) -> template.count(SearchRequest.near("embedding", Vector.of(1f, 2f)), Article.class),
				"must be a bound");
	}

	@Test
	void collectionIsCreatedOnce() {
		this.template.save(new Article("a", null));
		this.template.save(new Article("b", null));
		assertThat(this.store.created).isOne();
	}

	@Test
	void collectionIsCreatedAgainAfterDrop() {
		this.template.save(new Article("a", null));
		this.template.collection(Article.class).drop();
		this.template.save(new Article("b", null));
		assertThat(this.store.created).isEqualTo(2);
	}

	@Test
	void missingNullableColumnIsAdded() {
		CollectionSpec whole = this.template.collection(Article.class).spec();
		this.store.collections.put("article", new CollectionSpec("article", whole.columns().subList(0, 1)));
		this.template.save(new Article("a", null));
		assertThat(this.store.collections.get("article")).isEqualTo(whole);
	}

	@Test
	void everyDifferenceIsNamed() {
		VectorTemplate template = VectorTemplate.builder(this.store)
			.schema(new SchemaPolicy(Mode.VALIDATE, When.FIRST_USE))
			.build();
		this.store.collections.put("article",
				new CollectionSpec("article", List.of(new Column.KeyColumn("id", ColumnType.LONG, false),
						new Column.VectorColumn("embedding", 3, Metric.EUCLIDEAN, true))));
		assertThatExceptionOfType(SchemaMismatchException.class).isThrownBy(() -> template.save(new Article("a", null)))
			.satisfies((ex) -> assertThat(ex.getDifferences()).hasSize(2)
				.anySatisfy((text) -> assertThat(text).contains("key", "LONG", "STRING"))
				.anySatisfy((text) -> assertThat(text).contains("embedding", "dimension 2", "dimension 3")));
	}

	@Test
	void storedColumnWithoutPropertyIsADifference() {
		storedWith(new Column.ValueColumn("title", ColumnType.STRING, true, true, false, false));
		assertThatExceptionOfType(SchemaMismatchException.class)
			.isThrownBy(() -> this.template.save(new Article("a", null)))
			.withMessageContaining("'title' is stored, but no property has it")
			.withMessageContaining("add the property again")
			.withMessageContaining("schema.mode none")
			.withMessageContaining("operations.collection(Article.class).drop()");
		assertThat(this.store.requests).isEmpty();
	}

	@Test
	void columnThatWouldBeAddedIsNoDifference() {
		CollectionSpec whole = this.template.collection(Article.class).spec();
		this.store.collections.put("article", new CollectionSpec("article", List.of(whole.columns().get(0),
				new Column.ValueColumn("title", ColumnType.STRING, true, true, false, false))));
		assertThatExceptionOfType(SchemaMismatchException.class)
			.isThrownBy(() -> this.template.save(new Article("a", null)))
			.satisfies((ex) -> assertThat(ex.getDifferences()).hasSize(1).first().asString().contains("'title'"));
	}

	@Test
	void primitiveIsRefusedWhereNullsMayBeStored() {
		CollectionSpec whole = this.template.collection(Counter.class).spec();
		this.store.collections.put("counter",
				new CollectionSpec("counter",
						List.of(whole.columns().get(0),
								new Column.ValueColumn("count", ColumnType.INTEGER, true, true, false, false),
								whole.columns().get(2))));
		assertThatExceptionOfType(SchemaMismatchException.class)
			.isThrownBy(() -> this.template.save(new Counter(1L, 0, null)))
			.withMessageContaining("'count' is never null")
			.withMessageContaining("wrapper");
	}

	@Test
	void missingCollectionSaysHowToCreateIt() {
		VectorTemplate template = VectorTemplate.builder(this.store)
			.schema(new SchemaPolicy(Mode.VALIDATE, When.FIRST_USE))
			.build();
		assertThatExceptionOfType(SchemaMismatchException.class).isThrownBy(() -> template.save(new Article("a", null)))
			.withMessageContaining("operations.collection(Article.class).create()")
			.withMessageContaining("schema.mode to create");
	}

	@Test
	void missingCollectionIsTriedAgainAtTheNextCall() {
		VectorTemplate template = VectorTemplate.builder(this.store)
			.schema(new SchemaPolicy(Mode.VALIDATE, When.FIRST_USE))
			.build();
		assertThatExceptionOfType(SchemaMismatchException.class)
			.isThrownBy(() -> template.save(new Article("a", null)));
		template.collection(Article.class).create();
		assertThat(template.save(new Article("a", null)).id()).isEqualTo("a");
	}

	@Test
	void entityThatTheStoreCannotKeepIsRefused() {
		VectorTemplate template = new VectorTemplate(
				new RecordingStore(Abilities.of((abilities) -> abilities.shape((spec) -> "keys rows by one integer"))));
		assertThatExceptionOfType(UnsupportedEntityException.class)
			.isThrownBy(() -> template.save(new Article("a", null)))
			.withMessageContaining("keys rows by one integer")
			.withMessageContaining("use another store");
	}

	@Test
	void versionIsRefusedWhereTheStoreComparesNone() {
		VectorTemplate template = new VectorTemplate(new RecordingStore(Abilities.of((abilities) -> {
		})));
		assertThatExceptionOfType(UnsupportedEntityException.class)
			.isThrownBy(() -> template.save(new Counter(1L, 0, null)))
			.withMessageContaining("@Version");
	}

	@Test
	void entityOfAnotherStoreIsRefused() {
		refused((template) -> template.save(new Elsewhere("a")), "Elsewhere belongs to store 'b', not to 'test'",
				"'bVectorTemplate'", "@Qualifier(\"b\")");
	}

	@Test
	void pageOfAQueryWithItsOwnLimitIsRefused() {
		refused((template) -> template.query(Article.class).findPage(Query.all().withLimit(3), PageRequest.of(0, 10)),
				"from the Pageable", "leave them out");
	}

	@Test
	void pageOfAQueryWithItsOwnOffsetIsRefused() {
		refused((template) -> template.query(Article.class).findPage(Query.all().withOffset(3), PageRequest.of(0, 10)),
				"from the Pageable", "leave them out");
	}

	@Test
	void refusedRowIsNamedByItsIdAndItsPlace() {
		refused((template) -> template
			.saveAll(List.of(new Article("a", null), new Article("b", Vector.of(1f, 2f, 3f)))), "(id b, index 1)");
	}

	@Test
	void rowWithoutIdIsNamedByItsPlace() {
		refused((template) -> template.saveAll(List.of(new Article("a", null), new Article(null, null))),
				"The id 'id' of Article (index 1)");
	}

	@Test
	void zeroSearchVectorIsNotToBeLeftNull() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.template.search(SearchRequest.near("embedding", Vector.of(0f, 0f)), Article.class))
			.satisfies((ex) -> assertThat(ex.getMessage()).contains("search by another vector")
				.doesNotContain("leave it null"));
	}

	@Test
	void embedderWithoutAVectorIsRefused() {
		VectorTemplate template = VectorTemplate.builder(this.store).embedder((text) -> null).build();
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> template.search(SearchRequest.near("embedding", "words"), Article.class))
			.withMessageContaining("The TextEmbedder gave no vector");
	}

	@Test
	void idOfAnotherTypeHasItsCure() {
		refused((template) -> template.findById("x", Counter.class), "of type Long, but a String", "give a Long");
	}

	@Test
	void nullIsRefusedByName() {
		refusesNull("'entity'", (template) -> template.save(null));
		refusesNull("'entity'", (template) -> template.insert(null));
		refusesNull("'entity'", (template) -> template.delete((Object) null));
		refusesNull("'entity'", (template) -> template.bulkWriter(Article.class).open().add(null));
		refusesNull("'entities'", (template) -> template.saveAll(null));
		refusesNull("'id'", (template) -> template.findById(null, Article.class));
		refusesNull("'type'", (template) -> template.findById("a", null));
		refusesNull("'id'", (template) -> template.deleteById(null, Article.class));
		refusesNull("'ids'", (template) -> template.findAllById(null, Article.class));
		refusesNull("'changes'", (template) -> template.patch("a", null, Article.class));
		refusesNull("'query'", (template) -> template.find(null, Article.class));
		refusesNull("'query'", (template) -> template.count((Query) null, Article.class));
		refusesNull("'query'", (template) -> template.delete((Query) null, Article.class));
		refusesNull("'request'", (template) -> template.search(null, Article.class));
		refusesNull("'request'", (template) -> template.count((SearchRequest) null, Article.class));
	}

	@Test
	void nullAmongEntitiesIsNamedByItsPlace() {
		refusesNull("index 1", (template) -> template.saveAll(Arrays.asList(new Article("a", null), null)));
		refusesNull("index 0", (template) -> template.saveAll(Arrays.asList(null, new Article("a", null))));
	}

	@Test
	void entityThatCannotBeReadIsNotWritten() {
		assertThatExceptionOfType(MappingException.class).isThrownBy(() -> this.template.save(new Unreadable("a", "b")))
			.withMessageContaining("@PersistenceCreator");
		assertThat(this.store.requests).isEmpty();
		assertThat(this.store.created).isZero();
	}

	private void refusesNull(String name, Consumer<VectorTemplate> call) {
		assertThatIllegalArgumentException().isThrownBy(() -> call.accept(this.template)).withMessageContaining(name);
	}

	private void storedWith(Column column) {
		CollectionSpec whole = this.template.collection(Article.class).spec();
		List<Column> columns = new ArrayList<>(whole.columns());
		columns.add(column);
		this.store.collections.put("article", new CollectionSpec("article", columns));
	}

	private void refused(Consumer<VectorTemplate> call, String... words) {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(() -> call.accept(this.template))
			.satisfies((ex) -> assertThat(ex.getMessage()).contains(words));
		assertThat(this.store.requests).isEmpty();
	}

	private static WriteResult failure(int index, DuplicateKeyException cause) {
		return new WriteResult(1, 0, List.of(new RowFailure(index, Outcome.FAILED, cause)));
	}

	private static List<Article> articles(int count) {
		return IntStream.range(0, count).mapToObj((i) -> new Article("a" + i, null)).toList();
	}

	record Article(@Id String id, @VectorField(dimension = 2) Vector embedding) {
	}

	record Counter(@Id Long id, int count, @Version Long version) {
	}

	@VectorCollection(store = "b")
	record Elsewhere(@Id String id) {
	}

	static class Unreadable {

		@Id
		final String id;

		Unreadable(String id) {
			this.id = id;
		}

		Unreadable(String tenant, String name) {
			this(tenant + name);
		}

	}

	record WithUuid(@Id @Generated UUID id, String name) {
	}

	record WithSerial(@Id @Generated Long id) {
	}

}
