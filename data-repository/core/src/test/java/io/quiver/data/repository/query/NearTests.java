package io.quiver.data.repository.query;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.core.query.SearchRequest;
import io.quiver.data.core.query.SimilarityRange;
import io.quiver.data.repository.Article;
import io.quiver.data.repository.FakeOperations;
import io.quiver.data.repository.VectorRepository;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Range;
import org.springframework.data.domain.Range.Bound;
import org.springframework.data.domain.Score;
import org.springframework.data.domain.ScoringFunction;
import org.springframework.data.domain.SearchResult;
import org.springframework.data.domain.SearchResults;
import org.springframework.data.domain.Similarity;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Vector;
import org.springframework.data.domain.VectorScoringFunctions;

import static io.quiver.data.core.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;

/**
 * Tests for {@link Near}, {@link ScoreBounds} and {@link SearchExecution}, through a
 * repository.
 */
@NullUnmarked
class NearTests {

	private static final Vector VECTOR = Vector.of(1f, 2f, 3f);

	private final FakeOperations fake = new FakeOperations();

	private final NearRepository repository = this.fake.repository(NearRepository.class);

	@Test
	void nearIsTheTenNearestUnlessTold() {
		this.repository.searchByEmbeddingNear(VECTOR);
		SearchRequest request = this.fake.searched();
		assertThat(request.nearest().property()).isEqualTo("embedding");
		assertThat(request.nearest().vector()).isSameAs(VECTOR);
		assertThat(request.limit()).isEqualTo(10);
		assertThat(request.range().isAll()).isTrue();
		assertThat(request.filter()).isNull();
	}

	@Test
	void limitFromTheName() {
		this.repository.searchTop3ByEmbeddingNear(VECTOR);
		assertThat(this.fake.searched().limit()).isEqualTo(3);
	}

	@Test
	void firstWithoutANumberIsOne() {
		this.fake.results(Article.of(1, "a"));
		this.repository.findFirstByEmbeddingNear(VECTOR);
		assertThat(this.fake.searched().limit()).isEqualTo(1);
	}

	@Test
	void oneResultIsTheNearest() {
		this.repository.searchNearestByEmbeddingNear(VECTOR);
		assertThat(this.fake.searched().limit()).isEqualTo(1);
	}

	@Test
	void limitFromALimit() {
		this.repository.searchByEmbeddingNear(VECTOR, Limit.of(7));
		assertThat(this.fake.searched().limit()).isEqualTo(7);
	}

	@Test
	void leastOfNameAndLimit() {
		this.repository.searchTop3ByEmbeddingNear(VECTOR, Limit.of(7));
		assertThat(this.fake.searched().limit()).isEqualTo(3);
	}

	@Test
	void limitAndOffsetFromAPage() {
		this.repository.searchByEmbeddingNear(VECTOR, PageRequest.of(2, 5));
		assertThat(this.fake.searched().offset()).isEqualTo(10);
		assertThat(this.fake.searched().limit()).isEqualTo(5);
	}

	@Test
	void limitOfZeroAsksNothing() {
		assertThat(this.repository.searchByEmbeddingNear(VECTOR, Limit.of(0)).getContent()).isEmpty();
		then(this.fake.reads).should(never()).search(any());
	}

	@Test
	void noLimitIsRefused() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.repository.searchByEmbeddingNear(VECTOR, Limit.unlimited()))
			.withMessageContaining("must have a limit");
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.repository.searchByEmbeddingNear(VECTOR, Pageable.unpaged()))
			.withMessageContaining("must have a limit");
	}

	@Test
	void sortedPageIsRefused() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.repository.searchByEmbeddingNear(VECTOR, PageRequest.of(0, 5, Sort.by("title"))))
			.withMessageContaining("must not be sorted");
	}

	@Test
	void vectorThatIsNotTheLastParameter() {
		this.repository.searchByEmbeddingNearAndCountry(VECTOR, Similarity.of(0.8), "NL");
		assertThat(this.fake.searched().nearest().vector()).isSameAs(VECTOR);
		assertThat(this.fake.searched().filter()).isEqualTo(where("country").is("NL"));
		assertThat(this.fake.searched().range()).isEqualTo(new SimilarityRange(0.8, true, 1, true));
	}

	@Test
	void rangeBetweenOtherParameters() {
		this.repository.searchByCountryAndEmbeddingNearAndWords("NL", VECTOR, Similarity.between(0.2, 0.7), 5);
		assertThat(this.fake.searched().range()).isEqualTo(new SimilarityRange(0.2, true, 0.7, true));
		assertThat(this.fake.searched().filter())
			.isEqualTo(Filter.and(where("country").is("NL"), where("words").is(5)));
	}

	@Test
	void openAndMissingBounds() {
		this.repository.searchByCountryAndEmbeddingNearAndWords("NL", VECTOR,
				Range.rightUnbounded(Bound.exclusive(Similarity.of(0.2))), 5);
		assertThat(this.fake.searched().range()).isEqualTo(new SimilarityRange(0.2, false, 1, true));
	}

	@Test
	void scoreMayBeNullWithNear() {
		this.repository.searchByEmbeddingNear(VECTOR, (Score) null);
		assertThat(this.fake.searched().range().isAll()).isTrue();
	}

	@Test
	void rawScoreOfTheMetric() {
		this.repository.searchByEmbeddingNear(VECTOR, Score.of(0.5, VectorScoringFunctions.COSINE));
		assertThat(this.fake.searched().range()).isEqualTo(new SimilarityRange(0.75, true, 1, true));
	}

	@Test
	void rawDistanceIsTheFarthest() {
		this.repository.searchByImageNear(new float[] { 1, 2 }, Score.of(3, VectorScoringFunctions.EUCLIDEAN));
		assertThat(this.fake.searched().range()).isEqualTo(new SimilarityRange(0.1, true, 1, true));
	}

	@Test
	void rangeOfRawDistancesTurnsRound() {
		Range<Score> range = Range.of(Bound.inclusive(Score.of(1, VectorScoringFunctions.EUCLIDEAN)),
				Bound.exclusive(Score.of(3, VectorScoringFunctions.EUCLIDEAN)));
		this.repository.searchByImageNear(new float[] { 1, 2 }, range);
		assertThat(this.fake.searched().range()).isEqualTo(new SimilarityRange(0.1, false, 0.5, true));
	}

	@Test
	void similarityOfTheEuclideanMetricIsALowerBound() {
		this.repository.searchByImageNear(new float[] { 1, 2 }, Similarity.of(0.8));
		assertThat(this.fake.searched().range().lower()).isCloseTo(0.8, within(1e-12));
		assertThat(this.fake.searched().range().upper()).isEqualTo(1);
	}

	@Test
	void rawScoreOfAnotherMetricIsRefused() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(
					() -> this.repository.searchByEmbeddingNear(VECTOR, Score.of(3, VectorScoringFunctions.EUCLIDEAN)))
			.withMessageContaining("vectors are compared by COSINE");
	}

	@Test
	void rawScoreOfNoMetricIsRefused() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.repository.searchByEmbeddingNear(VECTOR, Score.of(0.8)))
			.withMessageContaining("Use Similarity.of(0.8)")
			.withMessageContaining("VectorScoringFunctions.COSINE");
	}

	@Test
	void similarityOutsideOfItsRangeIsRefused() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class).isThrownBy(
				() -> this.repository.searchByEmbeddingNear(VECTOR, Similarity.raw(1.5, ScoringFunction.unspecified())))
			.withMessageContaining("[0, 1]");
	}

	@Test
	void scoringFunctionOfTheMetric() {
		this.repository.searchByEmbeddingNear(VECTOR, ScoringFunction.cosine());
		assertThat(this.fake.searched().range().isAll()).isTrue();
	}

	@Test
	void scoringFunctionOfAnotherMetricIsRefused() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.repository.searchByEmbeddingNear(VECTOR, ScoringFunction.dotProduct()))
			.withMessageContaining("vectors are compared by COSINE");
	}

	@Test
	void nullVectorIsRefused() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.repository.searchByEmbeddingNear((Vector) null))
			.withMessageContaining("argument 'vector' must not be null");
	}

	@Test
	void arraysAreVectors() {
		this.repository.searchByEmbeddingNear(new double[] { 1, 2, 3 });
		assertThat(this.fake.searched().nearest().vector().toFloatArray()).containsExactly(1, 2, 3);
	}

	@Test
	void textStandsForAVector() {
		this.repository.searchByEmbeddingNear("quick fox");
		assertThat(this.fake.searched().nearest().text()).isEqualTo("quick fox");
		assertThat(this.fake.searched().nearest().vector()).isNull();
	}

	@Test
	void withinIsBoundedAndLimited() {
		this.repository.searchTop20ByEmbeddingWithin(VECTOR, Similarity.of(0.7));
		assertThat(this.fake.searched().range()).isEqualTo(new SimilarityRange(0.7, true, 1, true));
		assertThat(this.fake.searched().limit()).isEqualTo(20);
	}

	@Test
	void withinNeedsItsScore() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.repository.searchTop20ByEmbeddingWithin(VECTOR, null))
			.withMessageContaining("argument 'similarity' must not be null");
	}

	@Test
	void optionsAreHandedOn() {
		SearchOptions options = SearchOptions.none().withTenant("a").withTimeout(Duration.ofSeconds(1));
		this.repository.searchByEmbeddingNear(VECTOR, options);
		assertThat(this.fake.searched().options()).isEqualTo(options);
	}

	@Test
	void wordsRankWhereScoresAreWanted() {
		this.repository.searchByBodyMatchesAndCountry("fox", "NL");
		SearchRequest request = this.fake.searched();
		assertThat(request.nearest()).isNull();
		assertThat(request.text()).isEqualTo("fox");
		assertThat(request.textProperties()).containsExactly("body");
		assertThat(request.filter()).isEqualTo(where("country").is("NL"));
	}

	@Test
	void wordsFilterWhereAVectorRanks() {
		this.repository.searchByBodyMatchesAndEmbeddingNear("fox", VECTOR);
		assertThat(this.fake.searched().text()).isNull();
		assertThat(this.fake.searched().filter()).isEqualTo(where("body").matches("fox"));
	}

	interface NearRepository extends VectorRepository<Article, Long> {

		SearchResults<Article> searchByEmbeddingNear(@Nullable Vector vector);

		SearchResults<Article> searchByEmbeddingNear(double[] vector);

		SearchResults<Article> searchByEmbeddingNear(String text);

		SearchResults<Article> searchByEmbeddingNear(Vector vector, Limit limit);

		SearchResults<Article> searchByEmbeddingNear(Vector vector, Pageable page);

		SearchResults<Article> searchByEmbeddingNear(Vector vector, @Nullable Score score);

		SearchResults<Article> searchByEmbeddingNear(Vector vector, ScoringFunction function);

		SearchResults<Article> searchByEmbeddingNear(Vector vector, SearchOptions options);

		SearchResults<Article> searchTop3ByEmbeddingNear(Vector vector);

		SearchResults<Article> searchTop3ByEmbeddingNear(Vector vector, Limit limit);

		Article findFirstByEmbeddingNear(Vector vector);

		Optional<SearchResult<Article>> searchNearestByEmbeddingNear(Vector vector);

		SearchResults<Article> searchByEmbeddingNearAndCountry(Vector vector, Similarity least, String country);

		SearchResults<Article> searchByCountryAndEmbeddingNearAndWords(String country, Vector vector,
				Range<Similarity> range, int words);

		SearchResults<Article> searchByImageNear(float[] vector, Score score);

		SearchResults<Article> searchByImageNear(float[] vector, Range<Score> range);

		List<SearchResult<Article>> searchTop20ByEmbeddingWithin(Vector vector, @Nullable Similarity similarity);

		SearchResults<Article> searchByBodyMatchesAndCountry(String words, String country);

		SearchResults<Article> searchByBodyMatchesAndEmbeddingNear(String words, Vector vector);

	}

}
