package io.quiver.data.repository.query;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.Query;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.core.query.SearchRequest;
import io.quiver.data.core.query.SimilarityRange;
import io.quiver.data.core.query.WriteOptions;
import io.quiver.data.repository.Article;
import io.quiver.data.repository.FakeOperations;
import io.quiver.data.repository.VectorRepository;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.SearchResult;
import org.springframework.data.domain.SearchResults;
import org.springframework.data.domain.Similarity;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Vector;
import org.springframework.data.domain.Window;
import org.springframework.data.util.Streamable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;

/**
 * Tests for {@link ReturnShape}, {@link FindExecution} and {@link SearchExecution},
 * through a repository.
 */
@NullUnmarked
class ReturnShapeTests {

	private static final Article A = Article.of(1, "a");

	private static final Article B = Article.of(2, "b");

	private static final Vector VECTOR = Vector.of(1f, 2f, 3f);

	private final FakeOperations fake = new FakeOperations().results(A, B);

	private final ShapesRepository repository = this.fake.repository(ShapesRepository.class);

	@Test
	void collections() {
		assertThat(this.repository.findListByCountry("NL")).containsExactly(A, B);
		assertThat(this.repository.findCollectionByCountry("NL")).containsExactly(A, B);
		assertThat(this.repository.findSetByCountry("NL")).containsExactly(A, B);
		assertThat(this.repository.findIterableByCountry("NL")).containsExactly(A, B);
		assertThat(this.repository.findStreamableByCountry("NL")).containsExactly(A, B);
	}

	@Test
	void everyPrefixFinds() {
		assertThat(this.repository.readByCountry("NL")).hasSize(2);
		assertThat(this.repository.getByCountry("NL")).hasSize(2);
		assertThat(this.repository.queryByCountry("NL")).hasSize(2);
		assertThat(this.repository.searchByCountry("NL")).hasSize(2);
		assertThat(this.repository.streamByCountry("NL")).containsExactly(A, B);
	}

	@Test
	void oneOfOne() {
		this.fake.results(A);
		assertThat(this.repository.findOneByCountry("NL")).isSameAs(A);
		assertThat(this.fake.found().limit()).isEqualTo(2);
		assertThat(this.repository.findOptionalByCountry("NL")).containsSame(A);
	}

	@Test
	void oneOfNone() {
		this.fake.results();
		assertThat(this.repository.findOptionalByCountry("NL")).isEmpty();
	}

	@Test
	void oneOfMany() {
		assertThatExceptionOfType(IncorrectResultSizeDataAccessException.class)
			.isThrownBy(() -> this.repository.findOneByCountry("NL"))
			.withMessageContaining("findOneByCountry(String) returns one result, but there are more");
		assertThatExceptionOfType(IncorrectResultSizeDataAccessException.class)
			.isThrownBy(() -> this.repository.findOptionalByCountry("NL"));
	}

	@Test
	void firstOfMany() {
		this.fake.results(A);
		assertThat(this.repository.findFirstByCountryOrderByTitle("NL")).isSameAs(A);
		assertThat(this.fake.found().limit()).isEqualTo(1);
		assertThat(this.fake.found().sort()).isEqualTo(Sort.by("title"));
	}

	@Test
	void listWithPageAndLimit() {
		this.repository.findByWords(1, PageRequest.of(2, 5, Sort.by("title")));
		Query query = this.fake.found();
		assertThat(query.offset()).isEqualTo(10);
		assertThat(query.limit()).isEqualTo(5);
		assertThat(query.sort()).isEqualTo(Sort.by("title"));
	}

	@Test
	void listWithLimit() {
		this.repository.findTop5ByWords(1, Limit.of(3));
		assertThat(this.fake.found().limit()).isEqualTo(3);
	}

	@Test
	void topCutsThePageThatReachesBeyond() {
		this.repository.findTop12ByWords(1, PageRequest.of(2, 5));
		assertThat(this.fake.found().limit()).isEqualTo(2);
	}

	@Test
	void page() {
		PageRequest request = PageRequest.of(0, 2, Sort.by("title"));
		Page<Article> page = this.repository.findPageByCountry("NL", request);
		assertThat(page.getTotalElements()).isEqualTo(100);
		then(this.fake.reads).should().findPage(any(), eq(request));
	}

	@Test
	void pageInTheOrderOfNameAndCall() {
		PageRequest request = PageRequest.of(0, 2, Sort.by("words"));
		Page<Article> page = this.repository.findPageByCountryOrderByTitle("NL", request);
		assertThat(page.getPageable()).isEqualTo(request);
		assertThat(page.getTotalElements()).isEqualTo(100);
		then(this.fake.reads).should().findPage(any(), eq(PageRequest.of(0, 2, Sort.by("title", "words"))));
	}

	@Test
	void sliceLooksOneFurther() {
		Slice<Article> slice = this.repository.findSliceByCountry("NL", PageRequest.of(0, 1));
		assertThat(this.fake.found().limit()).isEqualTo(2);
		assertThat(slice.getContent()).containsExactly(A);
		assertThat(slice.hasNext()).isTrue();
	}

	@Test
	void lastSlice() {
		Slice<Article> slice = this.repository.findSliceByCountry("NL", PageRequest.of(1, 2));
		assertThat(slice.getContent()).containsExactly(A, B);
		assertThat(slice.hasNext()).isFalse();
	}

	@Test
	void window() {
		Window<Article> window = this.repository.findTop2ByCountryOrderByTitle("NL", ScrollPosition.keyset());
		assertThat(window.getContent()).containsExactly(A, B);
		ArgumentCaptor<Query> query = ArgumentCaptor.captor();
		then(this.fake.reads).should().scroll(query.capture(), eq(ScrollPosition.keyset()));
		assertThat(query.getValue().limit()).isEqualTo(2);
	}

	@Test
	void futures() {
		assertThat(this.repository.findFutureByCountry("NL")).isCompletedWithValue(List.of(A, B));
		this.fake.results(A);
		assertThat(this.repository.findFutureOneByCountry("NL")).isCompletedWithValue(A);
		assertThat(this.repository.findFutureOptionalByCountry("NL")).isCompletedWithValue(Optional.of(A));
	}

	@Test
	void futureOfOneOfMany() {
		assertThat(this.repository.findFutureOneByCountry("NL")).failsWithin(Duration.ofSeconds(1))
			.withThrowableOfType(ExecutionException.class)
			.withCauseInstanceOf(IncorrectResultSizeDataAccessException.class);
	}

	@Test
	void searches() {
		assertThat(this.repository.searchByEmbeddingNear(VECTOR).contentStream()).containsExactly(A, B);
		assertThat(this.repository.searchListByEmbeddingNear(VECTOR)).extracting(SearchResult::getContent)
			.containsExactly(A, B);
		assertThat(this.repository.searchStreamByEmbeddingNear(VECTOR)).extracting(SearchResult::getContent)
			.containsExactly(A, B);
		assertThat(this.repository.findByEmbeddingNear(VECTOR)).containsExactly(A, B);
		assertThat(this.repository.searchFutureByEmbeddingNear(VECTOR).join().contentStream()).containsExactly(A, B);
		assertThat(this.repository.searchFutureListByEmbeddingNear(VECTOR).join()).hasSize(2);
		assertThat(this.repository.findFutureByEmbeddingNear(VECTOR).join()).containsExactly(A, B);
	}

	@Test
	void searchOfOne() {
		this.fake.results(A);
		assertThat(this.repository.searchOneByEmbeddingNear(VECTOR).getContent()).isSameAs(A);
		assertThat(this.repository.searchOptionalByEmbeddingNear(VECTOR)).map(SearchResult::getContent).containsSame(A);
	}

	@Test
	void sliceOfASearch() {
		Slice<SearchResult<Article>> slice = this.repository.searchSliceByEmbeddingNear(VECTOR, PageRequest.of(0, 1));
		assertThat(this.fake.searched().limit()).isEqualTo(2);
		assertThat(slice.getContent()).extracting(SearchResult::getContent).containsExactly(A);
		assertThat(slice.hasNext()).isTrue();
	}

	@Test
	void summaries() {
		given(this.fake.operations.count(any(Query.class), any())).willReturn(7L);
		given(this.fake.operations.exists(any(Query.class), any())).willReturn(true);
		given(this.fake.operations.delete(any(Query.class), any())).willReturn(3L);
		assertThat(this.repository.countByCountry("NL")).isEqualTo(7);
		assertThat(this.repository.countByWords(1)).isEqualTo(7);
		assertThat(this.repository.existsByCountry("NL")).isTrue();
		assertThat(this.repository.deleteByCountry("NL")).isEqualTo(3);
		assertThat(this.repository.removeByCountry("NL")).isEqualTo(3);
		this.repository.deleteByWords(1);
		then(this.fake.operations).should().delete(Query.where(Filter.where("words").is(1)), Article.class);
	}

	@Test
	void summariesOfARange() {
		given(this.fake.operations.count(any(SearchRequest.class), any())).willReturn(7L);
		given(this.fake.operations.exists(any(SearchRequest.class), any())).willReturn(true);
		given(this.fake.operations.delete(any(SearchRequest.class), any())).willReturn(3L);
		assertThat(this.repository.countByCountryAndEmbeddingWithin("NL", VECTOR, Similarity.of(0.7))).isEqualTo(7);
		assertThat(this.repository.existsByEmbeddingWithin(VECTOR, Similarity.of(0.7))).isTrue();
		assertThat(this.repository.deleteByEmbeddingWithin(VECTOR, Similarity.of(0.7))).isEqualTo(3);
		ArgumentCaptor<SearchRequest> request = ArgumentCaptor.captor();
		then(this.fake.operations).should().count(request.capture(), eq(Article.class));
		assertThat(request.getValue().range()).isEqualTo(SimilarityRange.atLeast(Similarity.of(0.7)));
		assertThat(request.getValue().filter()).isEqualTo(Filter.where("country").is("NL"));
	}

	@Test
	void deletesWithOptions() {
		WriteOptions options = WriteOptions.none().withTenant("a");
		given(this.fake.operations.with(SearchOptions.none(), options)).willReturn(this.fake.operations);
		this.repository.deleteByTitle("x", options);
		then(this.fake.operations).should().with(SearchOptions.none(), options);
	}

	@Test
	void defaultMethodsRun() {
		assertThat(this.repository.dutch()).containsExactly(A, B);
	}

	interface ShapesRepository extends VectorRepository<Article, Long> {

		List<Article> findListByCountry(String country);

		Collection<Article> findCollectionByCountry(String country);

		Set<Article> findSetByCountry(String country);

		Iterable<Article> findIterableByCountry(String country);

		Streamable<Article> findStreamableByCountry(String country);

		List<Article> readByCountry(String country);

		List<Article> getByCountry(String country);

		List<Article> queryByCountry(String country);

		List<Article> searchByCountry(String country);

		Stream<Article> streamByCountry(String country);

		Article findOneByCountry(String country);

		Optional<Article> findOptionalByCountry(String country);

		Article findFirstByCountryOrderByTitle(String country);

		List<Article> findByWords(int words, Pageable page);

		List<Article> findTop5ByWords(int words, Limit limit);

		List<Article> findTop12ByWords(int words, Pageable page);

		Page<Article> findPageByCountry(String country, Pageable page);

		Page<Article> findPageByCountryOrderByTitle(String country, Pageable page);

		Slice<Article> findSliceByCountry(String country, Pageable page);

		Window<Article> findTop2ByCountryOrderByTitle(String country, ScrollPosition position);

		CompletableFuture<List<Article>> findFutureByCountry(String country);

		CompletableFuture<Article> findFutureOneByCountry(String country);

		CompletableFuture<Optional<Article>> findFutureOptionalByCountry(String country);

		SearchResults<Article> searchByEmbeddingNear(Vector vector);

		List<SearchResult<Article>> searchListByEmbeddingNear(Vector vector);

		Stream<SearchResult<Article>> searchStreamByEmbeddingNear(Vector vector);

		List<Article> findByEmbeddingNear(Vector vector);

		CompletableFuture<SearchResults<Article>> searchFutureByEmbeddingNear(Vector vector);

		CompletableFuture<List<SearchResult<Article>>> searchFutureListByEmbeddingNear(Vector vector);

		CompletableFuture<List<Article>> findFutureByEmbeddingNear(Vector vector);

		SearchResult<Article> searchOneByEmbeddingNear(Vector vector);

		Optional<SearchResult<Article>> searchOptionalByEmbeddingNear(Vector vector);

		Slice<SearchResult<Article>> searchSliceByEmbeddingNear(Vector vector, Pageable page);

		long countByCountry(String country);

		int countByWords(int words);

		boolean existsByCountry(String country);

		long deleteByCountry(String country);

		int removeByCountry(String country);

		void deleteByWords(int words);

		long countByCountryAndEmbeddingWithin(String country, Vector vector, Similarity similarity);

		boolean existsByEmbeddingWithin(Vector vector, Similarity similarity);

		long deleteByEmbeddingWithin(Vector vector, Similarity similarity);

		void deleteByTitle(String title, WriteOptions options);

		default List<Article> dutch() {
			return findListByCountry("NL");
		}

	}

}
