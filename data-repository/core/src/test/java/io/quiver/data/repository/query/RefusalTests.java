package io.quiver.data.repository.query;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

import io.quiver.data.core.QueryPlanner.Objection;
import io.quiver.data.core.QueryShape.Action;
import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.WriteOptions;
import io.quiver.data.repository.Article;
import io.quiver.data.repository.FakeOperations;
import io.quiver.data.repository.VectorRepository;
import io.quiver.data.store.Abilities;
import io.quiver.data.store.Ability;
import io.quiver.data.store.SortRule;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Range;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.SearchResult;
import org.springframework.data.domain.SearchResults;
import org.springframework.data.domain.Similarity;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Vector;
import org.springframework.data.domain.Window;
import org.springframework.data.repository.query.QueryCreationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

/**
 * Tests for what is refused when a repository is made.
 */
@NullUnmarked
class RefusalTests {

	private final FakeOperations fake = new FakeOperations();

	static Stream<Arguments> refused() {
		return Stream.of(arguments(NearInOr.class, "nearness to 'embedding' stands beside an Or"),
				arguments(NearTwice.class, "results cannot be near in 'embedding' and 'image' at once"),
				arguments(NearOfNoVector.class, "'title' is no vector"),
				arguments(NearAList.class, "is of type List, which says no point to search near"),
				arguments(NearWithOrder.class, "results are ordered by rank"),
				arguments(NearWithSort.class, "results are ordered by rank"),
				arguments(NearAsPage.class, "a search by rank has none"),
				arguments(NearAsWindow.class, "no position to go on from"),
				arguments(WithinWithoutScore.class, "Within has nothing that says how near"),
				arguments(WithinWithoutLimit.class, "Within has no limit"),
				arguments(CountNear.class, "Near means the nearest of all rows"),
				arguments(ExistsNear.class, "Near means the nearest of all rows"),
				arguments(DeleteNear.class, "Near means the nearest of all rows"),
				arguments(TwoScores.class, "both a score and a range of scores"),
				arguments(ScoreOfNothing.class, "takes a score, but nothing is compared"),
				arguments(ResultsOfNothing.class, "nothing in its name ranks results"),
				arguments(VectorByEquality.class, "the vector 'embedding' by its components"),
				arguments(ListByEquality.class, "the list 'tags' as a whole"),
				arguments(EmptyList.class, "whether the list 'tags' is empty"),
				arguments(TextInNumber.class, "'words' is not a string"),
				arguments(TruthOfText.class, "'title' is neither true nor false"),
				arguments(MatchesOfNoFullText.class, "'title' is not a full-text property"),
				arguments(Regex.class, "there are no regular expressions, as 'BodyRegex' asks for"),
				arguments(MatchesRegex.class, "there are no regular expressions, as 'BodyMatchesRegex' asks for"),
				arguments(RegexIgnoringCase.class, "there are no regular expressions"),
				arguments(IsMatches.class, "No property 'is' found"),
				arguments(IgnoreCaseOfNumber.class, "case cannot be ignored in the comparison of 'words'"),
				arguments(IgnoreCaseOfOrder.class, "case cannot be ignored in the comparison of 'title'"),
				arguments(Metadata.class, "'metadata' holds free metadata"),
				arguments(MetadataKey.class, "No property 'author' found"),
				arguments(Misspelt.class, "No property 'titel' found"),
				arguments(PlainSearch.class, "no query can be derived from the name 'search'"),
				arguments(Distinct.class, "no store finds distinct results"),
				arguments(TooFewParameters.class, "it has no parameter for 'words'"),
				arguments(ExistsWithParameter.class,
						"has no use for parameter 'title': the keyword after 'title' compares it with no value"),
				arguments(NumberForText.class, "parameter 'title' gives Integer, but 'title' is of type String"),
				arguments(SwappedParameters.class, "parameter 'words' gives int, but 'title' is of type String"),
				arguments(TextForNumber.class, "parameter 'words' gives String, but 'words' is of type int"),
				arguments(NumbersInTexts.class, "parameter 'titles' gives Long, but 'title' is of type String"),
				arguments(TextsBetweenNumbers.class, "parameter 'words' gives String, but 'words' is of type int"),
				arguments(TextsInRange.class, "parameter 'words' gives String, but 'words' is of type int"),
				arguments(ListForText.class, "parameter 'titles' gives List, but 'title' is of type String"),
				arguments(NumberInTags.class, "parameter 'tag' gives int, but 'tags' is of type String"),
				arguments(NumberOfWords.class, "parameter 'words' gives Integer, but 'body' is of type String"),
				arguments(TopNothing.class, "it asks for no result at all"),
				arguments(TooManyParameters.class, "has no property for parameter 'more'"),
				arguments(PageWithTop.class, "Top cuts it"),
				arguments(SliceWithoutPageable.class, "a Slice needs to know which"),
				arguments(WindowWithoutSize.class, "a Window needs a size"),
				arguments(PageWithoutPageable.class, "Paging query needs to have a Pageable parameter"),
				arguments(ScrollWithoutWindow.class, "its signature cannot be used"),
				arguments(PageableAndLimit.class, "its signature cannot be used"),
				arguments(ReturnsString.class, "it returns java.lang.String"),
				arguments(ReturnsStrings.class, "it returns String, neither Article nor a projection"),
				arguments(ReturnsMap.class, "which results cannot take"),
				arguments(ReturnsArray.class, "which results cannot take"),
				arguments(ReturnsFutureSet.class, "which results cannot take"),
				arguments(ReturnsFutureStream.class, "which results cannot take"),
				arguments(ReturnsPublisher.class, "no store is called reactively"),
				arguments(CountAsList.class, "Return long or int"), arguments(ExistsAsLong.class, "Return boolean"),
				arguments(DeleteAsList.class, "read them first"),
				arguments(CountWithSort.class, "order, limit and page mean nothing"),
				arguments(FindWithWriteOptions.class, "WriteOptions mean nothing"),
				arguments(Annotated.class, "this one is written out"));
	}

	@ParameterizedTest
	@MethodSource
	void refused(Class<?> repository, String problem) {
		assertThatExceptionOfType(QueryCreationException.class).isThrownBy(() -> this.fake.repository(repository))
			.havingCause()
			.isInstanceOf(UnsupportedQueryMethodException.class)
			.withMessageStartingWith(repository.getSimpleName() + ".")
			.withMessageContaining(" is not a valid query method: ")
			.withMessageContaining(problem);
	}

	@Test
	void whatTheStoreCannotDo() {
		given(this.fake.planner.objection(any()))
			.willReturn(new Objection("Store 'default' (fake) has no filters", "search without a condition."));
		QueryCreationException thrown = catchThrowableOfType(QueryCreationException.class,
				() -> this.fake.repository(ByTitle.class));
		UnsupportedQueryMethodException cause = (UnsupportedQueryMethodException) thrown.getCause();
		assertThat(cause.getMethod()).isEqualTo("ByTitle.findByTitle(String)");
		assertThat(cause.getStore()).isEqualTo("'default' (fake)");
		assertThat(cause.getProblem()).isEqualTo("it has no filters");
		assertThat(cause.getWayOut()).isEqualTo("Search without a condition");
		assertThat(cause).hasMessage("ByTitle.findByTitle(String) cannot run on store 'default' (fake): "
				+ "it has no filters. Search without a condition.");
	}

	@Test
	void typesThatCanBeComparedAreAllowed() {
		assertThat(this.fake.repository(Comparable.class)).isNotNull();
	}

	@Test
	void parametersOfAnyTypeAreAllowed() {
		assertThat(this.fake.repository(OfTitles.class)).isNotNull();
	}

	@Test
	void idOfAnotherTypeIsRefused() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.fake.repository(TextIds.class))
			.withMessage("TextIds takes ids of type String, but the id 'id' of Article is of type Long. "
					+ "Declare it for Article and Long.");
	}

	@Test
	void idOfAWiderTypeIsAllowed() {
		assertThat(this.fake.repository(AnyIds.class)).isNotNull();
	}

	@Test
	void whatThePlannerIsAsked() {
		this.fake.repository(ByTitle.class);
		assertThat(this.fake.planned().type()).isEqualTo(Article.class);
		assertThat(this.fake.planned().action()).isEqualTo(Action.FIND);
		assertThat(this.fake.planned().filter()).isEqualTo(Filter.where("title").is(Condition.PLACEHOLDER));
	}

	@Test
	void whatThePlannerIsAskedOfASearch() {
		this.fake.repository(WithinTop.class);
		assertThat(this.fake.planned().action()).isEqualTo(Action.SEARCH);
		assertThat(this.fake.planned().nearProperty()).isEqualTo("embedding");
		assertThat(this.fake.planned().within()).isTrue();
	}

	@Test
	void baseMethodThatTheStoreCannotDoMayBeInherited() {
		given(this.fake.planner.objection(any())).willReturn(new Objection("it does not count", "Count elsewhere"));
		assertThat(this.fake.repository(Plain.class)).isNotNull();
	}

	@Test
	void baseMethodThatTheStoreCannotDoMustNotBeDeclared() {
		given(this.fake.planner.objection(any())).willReturn(new Objection("it does not count", "Count elsewhere"));
		assertThatExceptionOfType(UnsupportedQueryMethodException.class)
			.isThrownBy(() -> this.fake.repository(DeclaresCount.class))
			.withMessageContaining("DeclaresCount.count()")
			.withMessageContaining("it does not count");
	}

	@Test
	void orderThatTheStoreCannotDoMustNotBeDeclared() {
		assertThatExceptionOfType(UnsupportedQueryMethodException.class)
			.isThrownBy(() -> this.fake.repository(DeclaresSort.class))
			.withMessageContaining("the store does not sort");
		this.fake.kind(Abilities.of((abilities) -> abilities.sort(SortRule.any())));
		assertThat(this.fake.repository(DeclaresSort.class)).isNotNull();
	}

	@Test
	void insertThatTheStoreCannotDoMustNotBeDeclared() {
		assertThatExceptionOfType(UnsupportedQueryMethodException.class)
			.isThrownBy(() -> this.fake.repository(DeclaresInsert.class))
			.withMessageContaining("does not refuse a key that is there");
		this.fake.kind(Abilities.of((abilities) -> abilities.can(Ability.INSERT)));
		assertThat(this.fake.repository(DeclaresInsert.class)).isNotNull();
	}

	interface Plain extends VectorRepository<Article, Long> {

	}

	interface DeclaresCount extends VectorRepository<Article, Long> {

		@Override
		long count();

	}

	interface DeclaresSort extends VectorRepository<Article, Long> {

		@Override
		List<Article> findAll(Sort sort);

	}

	interface DeclaresInsert extends VectorRepository<Article, Long> {

		@Override
		<S extends Article> S insert(S entity);

	}

	interface ByTitle extends VectorRepository<Article, Long> {

		List<Article> findByTitle(String title);

	}

	interface WithinTop extends VectorRepository<Article, Long> {

		SearchResults<Article> searchTop5ByEmbeddingWithin(Vector vector, Similarity similarity);

	}

	interface NearInOr extends VectorRepository<Article, Long> {

		List<Article> findByTitleOrEmbeddingNear(String title, Vector vector);

	}

	interface NearTwice extends VectorRepository<Article, Long> {

		List<Article> findByEmbeddingNearAndImageNear(Vector vector, Vector image);

	}

	interface NearOfNoVector extends VectorRepository<Article, Long> {

		List<Article> findByTitleNear(String title);

	}

	interface NearAList extends VectorRepository<Article, Long> {

		List<Article> findByEmbeddingNear(List<Float> vector);

	}

	interface NearWithOrder extends VectorRepository<Article, Long> {

		List<Article> findByEmbeddingNearOrderByTitle(Vector vector);

	}

	interface NearWithSort extends VectorRepository<Article, Long> {

		List<Article> findByEmbeddingNear(Vector vector, Sort sort);

	}

	interface NearAsPage extends VectorRepository<Article, Long> {

		Page<Article> findByEmbeddingNear(Vector vector, Pageable page);

	}

	interface NearAsWindow extends VectorRepository<Article, Long> {

		Window<Article> findTop5ByEmbeddingNear(Vector vector, ScrollPosition position);

	}

	interface WithinWithoutScore extends VectorRepository<Article, Long> {

		List<Article> findTop5ByEmbeddingWithin(Vector vector);

	}

	interface WithinWithoutLimit extends VectorRepository<Article, Long> {

		List<Article> findByEmbeddingWithin(Vector vector, Similarity similarity);

	}

	interface CountNear extends VectorRepository<Article, Long> {

		long countByEmbeddingNear(Vector vector);

	}

	interface ExistsNear extends VectorRepository<Article, Long> {

		boolean existsByEmbeddingNear(Vector vector);

	}

	interface DeleteNear extends VectorRepository<Article, Long> {

		void deleteByEmbeddingNear(Vector vector);

	}

	interface TwoScores extends VectorRepository<Article, Long> {

		List<Article> findByEmbeddingNear(Vector vector, Similarity similarity, Range<Similarity> range);

	}

	interface ScoreOfNothing extends VectorRepository<Article, Long> {

		List<Article> findByTitle(String title, Similarity similarity);

	}

	interface ResultsOfNothing extends VectorRepository<Article, Long> {

		SearchResults<Article> searchByTitle(String title);

	}

	interface VectorByEquality extends VectorRepository<Article, Long> {

		List<Article> findByEmbedding(Vector vector);

	}

	interface ListByEquality extends VectorRepository<Article, Long> {

		List<Article> findByTags(List<String> tags);

	}

	interface EmptyList extends VectorRepository<Article, Long> {

		List<Article> findByTagsIsEmpty();

	}

	interface TextInNumber extends VectorRepository<Article, Long> {

		List<Article> findByWordsStartingWith(String start);

	}

	interface TruthOfText extends VectorRepository<Article, Long> {

		List<Article> findByTitleTrue();

	}

	interface MatchesOfNoFullText extends VectorRepository<Article, Long> {

		List<Article> findByTitleMatches(String words);

	}

	interface Regex extends VectorRepository<Article, Long> {

		List<Article> findByTitleAndBodyRegex(String title, String expression);

	}

	interface MatchesRegex extends VectorRepository<Article, Long> {

		List<Article> findByBodyMatchesRegex(String expression);

	}

	interface RegexIgnoringCase extends VectorRepository<Article, Long> {

		List<Article> findByBodyRegexIgnoreCase(String expression);

	}

	interface IsMatches extends VectorRepository<Article, Long> {

		List<Article> findByBodyIsMatches(String expression);

	}

	interface IgnoreCaseOfNumber extends VectorRepository<Article, Long> {

		List<Article> findByWordsIgnoreCase(int words);

	}

	interface IgnoreCaseOfOrder extends VectorRepository<Article, Long> {

		List<Article> findByTitleLessThanIgnoreCase(String title);

	}

	interface Metadata extends VectorRepository<Article, Long> {

		List<Article> findByMetadata(Map<String, Object> metadata);

	}

	interface MetadataKey extends VectorRepository<Article, Long> {

		List<Article> findByMetadataAuthor(String author);

	}

	interface Misspelt extends VectorRepository<Article, Long> {

		List<Article> findByTitel(String title);

	}

	interface PlainSearch extends VectorRepository<Article, Long> {

		List<Article> search(Vector vector);

	}

	interface Distinct extends VectorRepository<Article, Long> {

		List<Article> findDistinctByTitle(String title);

	}

	interface TooFewParameters extends VectorRepository<Article, Long> {

		List<Article> findByTitleAndWords(String title);

	}

	interface NumberForText extends VectorRepository<Article, Long> {

		List<Article> findByTitle(Integer title);

	}

	interface SwappedParameters extends VectorRepository<Article, Long> {

		List<Article> findByTitleAndWords(int words, String title);

	}

	interface TextForNumber extends VectorRepository<Article, Long> {

		List<Article> findByWordsGreaterThan(String words);

	}

	interface NumbersInTexts extends VectorRepository<Article, Long> {

		List<Article> findByTitleIn(List<Long> titles);

	}

	interface TextsBetweenNumbers extends VectorRepository<Article, Long> {

		List<Article> findByWordsBetween(int least, String words);

	}

	interface TextsInRange extends VectorRepository<Article, Long> {

		List<Article> findByWordsBetween(Range<String> words);

	}

	interface ListForText extends VectorRepository<Article, Long> {

		List<Article> findByTitle(List<String> titles);

	}

	interface NumberInTags extends VectorRepository<Article, Long> {

		List<Article> findByTagsContaining(int tag);

	}

	interface NumberOfWords extends VectorRepository<Article, Long> {

		List<Article> findByBodyMatches(Integer words);

	}

	enum Land {

		NL, BE

	}

	interface Comparable extends VectorRepository<Article, Long> {

		List<Article> findByWords(long words);

		List<Article> findByIdAndDraft(long id, Boolean draft);

		List<Article> findByWordsLessThan(Number words);

		List<Article> findByCountry(Land country);

		List<Article> findByCountryIn(Set<Land> countries);

		List<Article> findByWordsIn(int... words);

		List<Article> findByTitleIn(String[] titles);

		List<Article> findByTitleIn(Iterable<? extends CharSequence> titles);

		List<Article> findByTitleIn(Collection<?> titles);

		List<Article> findByTitleIn(String title);

		List<Article> findByTitle(Optional<String> title);

		List<Article> findByTitle(Object title);

		List<Article> findByWordsBetween(Range<Integer> words);

		List<Article> findByPublishedBetween(Instant from, Instant to);

		List<Article> findByTagsContaining(String tag);

		List<Article> findByEmbeddingNear(String text);

	}

	interface ByTitleOf<T, I> extends VectorRepository<Article, I> {

		List<Article> findByTitle(T title);

		List<Article> findByTitleIn(List<T> titles);

	}

	interface OfTitles extends ByTitleOf<String, Long> {

	}

	interface TextIds extends VectorRepository<Article, String> {

	}

	interface AnyIds extends VectorRepository<Article, Object> {

	}

	interface ExistsWithParameter extends VectorRepository<Article, Long> {

		List<Article> findByTitleExists(String title);

	}

	interface TopNothing extends VectorRepository<Article, Long> {

		List<Article> findTop0ByTitle(String title);

	}

	interface TooManyParameters extends VectorRepository<Article, Long> {

		List<Article> findByTitle(String title, String more);

	}

	interface PageWithTop extends VectorRepository<Article, Long> {

		Page<Article> findTop5ByTitle(String title, Pageable page);

	}

	interface SliceWithoutPageable extends VectorRepository<Article, Long> {

		Slice<Article> findByTitle(String title);

	}

	interface WindowWithoutSize extends VectorRepository<Article, Long> {

		Window<Article> findByTitle(String title, ScrollPosition position);

	}

	interface PageWithoutPageable extends VectorRepository<Article, Long> {

		Page<Article> findByTitle(String title);

	}

	interface ScrollWithoutWindow extends VectorRepository<Article, Long> {

		List<Article> findByTitle(String title, ScrollPosition position);

	}

	interface PageableAndLimit extends VectorRepository<Article, Long> {

		List<Article> findByTitle(String title, Pageable page, Limit limit);

	}

	interface ReturnsString extends VectorRepository<Article, Long> {

		String findByTitle(String title);

	}

	interface ReturnsStrings extends VectorRepository<Article, Long> {

		List<String> findByTitle(String title);

	}

	interface ReturnsMap extends VectorRepository<Article, Long> {

		Map<Long, Article> findByTitle(String title);

	}

	interface ReturnsArray extends VectorRepository<Article, Long> {

		Article[] findByTitle(String title);

	}

	interface ReturnsFutureSet extends VectorRepository<Article, Long> {

		CompletableFuture<Set<Article>> findByTitle(String title);

	}

	interface ReturnsFutureStream extends VectorRepository<Article, Long> {

		CompletableFuture<Stream<SearchResult<Article>>> searchByEmbeddingNear(Vector vector);

	}

	interface ReturnsPublisher extends VectorRepository<Article, Long> {

		Flow.Publisher<Article> findByTitle(String title);

	}

	interface CountAsList extends VectorRepository<Article, Long> {

		List<Article> countByTitle(String title);

	}

	interface ExistsAsLong extends VectorRepository<Article, Long> {

		long existsByTitle(String title);

	}

	interface DeleteAsList extends VectorRepository<Article, Long> {

		List<Article> deleteByTitle(String title);

	}

	interface CountWithSort extends VectorRepository<Article, Long> {

		long countByTitle(String title, Sort sort);

	}

	interface FindWithWriteOptions extends VectorRepository<Article, Long> {

		List<Article> findByTitle(String title, WriteOptions options);

	}

	@Retention(RetentionPolicy.RUNTIME)
	@interface Query {

	}

	interface Annotated extends VectorRepository<Article, Long> {

		@Query
		List<Article> findByTitle(String title);

	}

}
