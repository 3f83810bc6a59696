package io.quiver.data.repository.support;

import java.util.List;

import io.quiver.data.core.VectorOperations;
import io.quiver.data.core.query.Query;
import io.quiver.data.core.query.SearchRequest;
import io.quiver.data.core.query.WriteOptions;
import io.quiver.data.repository.Article;
import io.quiver.data.repository.FakeOperations;
import io.quiver.data.repository.VectorRepository;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;

/**
 * Tests for {@link SimpleVectorRepository}.
 */
@NullUnmarked
class SimpleVectorRepositoryTests {

	private static final Article A = Article.of(1, "a");

	private static final Article B = Article.of(2, "b");

	private final FakeOperations fake = new FakeOperations().results(A, B);

	private final VectorOperations operations = this.fake.operations;

	private final Articles articles = this.fake.repository(Articles.class);

	@Test
	void writesReturnWhatIsStored() {
		given(this.operations.save(A)).willReturn(B);
		given(this.operations.insert(A)).willReturn(B);
		given(this.operations.update(A)).willReturn(B);
		given(this.operations.saveAll(List.of(A))).willReturn(List.of(B));
		assertThat(this.articles.save(A)).isSameAs(B);
		assertThat(this.articles.insert(A)).isSameAs(B);
		assertThat(this.articles.update(A)).isSameAs(B);
		assertThat(this.articles.saveAll(List.of(A))).containsExactly(B);
	}

	@Test
	void nothingIsWrittenForNothing() {
		assertThat(this.articles.saveAll(List.<Article>of())).isEmpty();
		this.articles.deleteAllById(List.of());
		this.articles.deleteAll(List.of());
		assertThat(this.articles.findAllById(List.of())).isEmpty();
		then(this.operations).should(never()).saveAll(any());
		then(this.operations).should(never()).saveAll(any(), any(WriteOptions.class));
		then(this.operations).should(never()).deleteAllById(any(), any());
		then(this.operations).should(never()).findAllById(any(), any());
	}

	@Test
	void readsAll() {
		assertThat(this.articles.findAll()).containsExactly(A, B);
		then(this.fake.reads).should().find(Query.all());
	}

	@Test
	void readsAllInOrder() {
		assertThat(this.articles.findAll(Sort.by("title"))).containsExactly(A, B);
		then(this.fake.reads).should().find(Query.all().withSort(Sort.by("title")));
	}

	@Test
	void readsAPage() {
		PageRequest page = PageRequest.of(1, 2, Sort.by("title"));
		assertThat(this.articles.findAll(page).getTotalElements()).isEqualTo(100);
		then(this.fake.reads).should().findPage(Query.all(), page);
	}

	@Test
	void searches() {
		SearchRequest request = SearchRequest.near("embedding", Vector.of(1f, 2f, 3f));
		assertThat(this.articles.search(request).contentStream()).containsExactly(A, B);
		then(this.fake.reads).should().search(request);
	}

	@Test
	void countsAndDeletesAll() {
		given(this.operations.count(Query.all(), Article.class)).willReturn(2L);
		assertThat(this.articles.count()).isEqualTo(2);
		this.articles.deleteAll();
		then(this.operations).should().delete(Query.all(), Article.class);
	}

	@Test
	void deletesByKeyTogether() {
		this.articles.deleteAll(List.of(A, B));
		then(this.operations).should().deleteAllById(List.of(1L, 2L), Article.class);
	}

	@Test
	void deletesOnlyTheVersionGiven() {
		Versioned one = new Versioned(1L, 3L);
		this.fake.repository(VersionedRepository.class).deleteAll(List.of(one));
		then(this.operations).should().delete(one);
	}

	@Test
	void entityWithoutIdIsNotDeleted() {
		Article lost = new Article(null, "t", "NL", 1, null, false, null, null, null, null, null);
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> this.articles.deleteAll(List.of(lost)))
			.withMessageContaining("id");
	}

	@Test
	void plansAreKept() {
		VectorRepositoryFactory factory = new VectorRepositoryFactory(this.operations);
		factory.getRepository(Articles.class);
		assertThat(factory.getPlans()).singleElement().hasToString("Articles.findByTitle(String): a plan");
	}

	interface Articles extends VectorRepository<Article, Long> {

		List<Article> findByTitle(String title);

	}

	record Versioned(@Id Long id, @Version Long version) {
	}

	interface VersionedRepository extends VectorRepository<Versioned, Long> {

	}

}
