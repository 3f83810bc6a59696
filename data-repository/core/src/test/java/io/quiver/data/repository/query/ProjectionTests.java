package io.quiver.data.repository.query;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.quiver.data.repository.Article;
import io.quiver.data.repository.FakeOperations;
import io.quiver.data.repository.VectorRepository;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.domain.SearchResult;
import org.springframework.data.domain.SearchResults;
import org.springframework.data.domain.Vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;

/**
 * Tests for {@link Reads}, through a repository.
 */
@NullUnmarked
class ProjectionTests {

	private static final Vector VECTOR = Vector.of(1f, 2f, 3f);

	private static final TitleOnly TITLE = new TitleOnly("a");

	private final FakeOperations fake = new FakeOperations().results(TITLE);

	private final ProjectionRepository repository = this.fake.repository(ProjectionRepository.class);

	@Test
	void recordsAreReadByTheStoreItself() {
		assertThat(this.repository.findByCountry("NL")).containsExactly(TITLE);
		then(this.fake.reads).should(times(4)).as(TitleOnly.class);
	}

	@Test
	void scoresStandBesideProjections() {
		assertThat(this.repository.searchByEmbeddingNear(VECTOR)).extracting(SearchResult::getContent)
			.containsExactly(TITLE);
		assertThat(this.repository.searchResultsByEmbeddingNear(VECTOR).getContent()).singleElement()
			.extracting(SearchResult::getContent)
			.isSameAs(TITLE);
		assertThat(this.repository.searchFutureByEmbeddingNear(VECTOR).join()).hasSize(1);
	}

	@Test
	void interfacesAreReadByTheStoreItself() {
		this.repository.findTitlesByCountry("NL");
		then(this.fake.reads).should().as(TitleView.class);
	}

	@Test
	void projectionOfTheCaller() {
		assertThat(this.repository.findByTitle("a", TitleOnly.class)).containsExactly(TITLE);
		assertThat(this.repository.searchByImageNear(VECTOR, TitleOnly.class)).extracting(SearchResult::getContent)
			.containsExactly(TITLE);
		then(this.fake.reads).should(times(6)).as(TitleOnly.class);
	}

	@Test
	void callerMayAskForTheEntity() {
		this.repository.findByTitle("a", Article.class);
		then(this.fake.reads).should(never()).as(Article.class);
	}

	@Test
	void callerMustAskForSomething() {
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.repository.findByTitle("a", null))
			.withMessageContaining("the class of the results must not be null");
		then(this.fake.reads).should(never()).find(any());
	}

	record TitleOnly(String title) implements TitleView {

		@Override
		public String getTitle() {
			return this.title;
		}

	}

	interface TitleView {

		String getTitle();

	}

	interface ProjectionRepository extends VectorRepository<Article, Long> {

		List<TitleOnly> findByCountry(String country);

		List<TitleView> findTitlesByCountry(String country);

		List<SearchResult<TitleOnly>> searchByEmbeddingNear(Vector vector);

		SearchResults<TitleOnly> searchResultsByEmbeddingNear(Vector vector);

		CompletableFuture<List<SearchResult<TitleOnly>>> searchFutureByEmbeddingNear(Vector vector);

		<P> List<P> findByTitle(String title, @Nullable Class<P> type);

		<P> List<SearchResult<P>> searchByImageNear(Vector vector, Class<P> type);

	}

}
