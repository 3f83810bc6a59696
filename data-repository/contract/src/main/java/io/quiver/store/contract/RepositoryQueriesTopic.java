package io.quiver.store.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.quiver.data.core.VectorOperations;
import io.quiver.data.core.query.Metric;
import io.quiver.data.repository.support.VectorRepositoryFactory;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Range;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.SearchResult;
import org.springframework.data.domain.Similarity;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Vector;
import org.springframework.data.domain.Window;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Methods derived from their names: every keyword, every return shape.
 *
 * @author Quiver
 */
final class RepositoryQueriesTopic extends EntityTopic {

	private static final Vector POINT = Vector.of(1f, 0f, 0.25f);

	private final Articles articles;

	RepositoryQueriesTopic(VectorOperations operations) {
		super(operations);
		this.articles = new VectorRepositoryFactory(operations).getRepository(Articles.class);
		save(12);
	}

	private static void assertViews(List<NamedArticle> articles, long... views) {
		assertThat(articles).extracting(NamedArticle::views)
			.containsExactlyElementsOf(LongStream.of(views).boxed().toList());
	}

	private static Similarity similarityOf(int article) {
		return Similarity.of(Metric.COSINE.toSimilarity(Metric.COSINE.rawScore(POINT.toFloatArray(),
				Objects.requireNonNull(NamedArticle.of(article).embedding()).toFloatArray())));
	}

	@Behaviour("compares values")
	void comparisons() {
		assertViews(this.articles.findByCountryOrderByViews("FR"), 1, 3, 5, 7, 9, 11);
		assertViews(this.articles.findByCountryNotOrderByViews("FR"), 0, 2, 4, 6, 8, 10);
		assertViews(this.articles.findByViewsLessThanOrderByViews(2), 0, 1);
		assertViews(this.articles.findByViewsLessThanEqualOrderByViewsDesc(2), 2, 1, 0);
		assertViews(this.articles.findByViewsGreaterThanOrderByViews(9), 10, 11);
		assertViews(this.articles.findByViewsGreaterThanEqualOrderByViews(9), 9, 10, 11);
		assertViews(this.articles.findByViewsBetweenOrderByViews(3, 5), 3, 4, 5);
		assertViews(this.articles.findByViewsBetweenOrderByViews(Range.open(3L, 6L)), 4, 5);
		assertViews(this.articles.findByViewsInOrderByViews(List.of(3L, 99L, 1L)), 1, 3);
		assertViews(this.articles.findByViewsInOrderByViews(List.of()));
		assertViews(this.articles.findByViewsNotInOrderByViews(List.of(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L)), 9, 10, 11);
	}

	@Behaviour("compares times, and finds by whether there is one")
	void times() {
		assertViews(this.articles.findByPublishedBeforeOrderByViews(Instant.ofEpochSecond(4)), 1, 2);
		assertViews(this.articles.findByPublishedAfterOrderByViews(Instant.ofEpochSecond(8)), 10, 11);
		assertViews(this.articles.findByPublishedIsNullOrderByViews(), 0, 3, 6, 9);
		assertViews(this.articles.findByPublishedIsNotNullOrderByViews(), 1, 2, 4, 5, 7, 8, 10, 11);
	}

	@Behaviour("compares parts of texts and elements of lists")
	void texts() {
		assertViews(this.articles.findByTitleStartingWithOrderByViews("Title 1"), 1, 10, 11);
		assertViews(this.articles.findByTitleEndingWithOrderByViews("1"), 1, 11);
		assertViews(this.articles.findByTitleContainingOrderByViews("le 5"), 5);
		assertViews(this.articles.findByTitleContainingOrderByViews("%"));
		assertViews(this.articles.findByTitleLikeOrderByViews("Title 1%"), 1, 10, 11);
		assertViews(this.articles.findByTitleIgnoreCase("tITLE 7"), 7);
		assertViews(this.articles.findByTagsContainingOrderByViews("t3"), 3, 7, 11);
	}

	@Behaviour("joins conditions by and before or")
	void andOr() {
		assertViews(this.articles.findByCountryAndViewsGreaterThanOrCountryAndViewsOrderByViews("NL", 7, "FR", 3), 3, 8,
				10);
	}

	@Behaviour("returns one result, or none")
	void single() {
		assertThat(this.articles.findFirstByCountryOrderByViewsDesc("NL")).isEqualTo(NamedArticle.of(10));
		assertThat(this.articles.findFirstByCountryOrderByViewsDesc("DE")).isNull();
		assertThat(this.articles.findByViews(5)).contains(NamedArticle.of(5));
		assertThat(this.articles.findByViews(99)).isEmpty();
	}

	@Behaviour("returns pages, slices, windows and streams")
	void many() {
		PageRequest second = PageRequest.of(1, 2, Sort.by("views"));
		Page<NamedArticle> page = this.articles.findByCountry("NL", second);
		assertViews(page.getContent(), 4, 6);
		assertThat(page.getTotalElements()).isEqualTo(6);
		Slice<NamedArticle> slice = this.articles.findSliceByCountry("NL", second);
		assertViews(slice.getContent(), 4, 6);
		assertThat(slice.hasNext()).isTrue();
		List<NamedArticle> all = new ArrayList<>();
		Window<NamedArticle> window = this.articles.findFirst5ByCountryOrderByViews("NL", ScrollPosition.keyset());
		all.addAll(window.getContent());
		assertThat(window.hasNext()).isTrue();
		window = this.articles.findFirst5ByCountryOrderByViews("NL", window.positionAt(4));
		all.addAll(window.getContent());
		assertThat(window.hasNext()).isFalse();
		assertViews(all, 0, 2, 4, 6, 8, 10);
		try (Stream<NamedArticle> stream = this.articles.streamByCountry("NL")) {
			assertThat(stream).hasSize(6);
		}
	}

	@Behaviour("takes an order and a limit, and need not keep the caller waiting")
	void parameters() {
		assertViews(this.articles.findByCountry("NL", Sort.by("views").descending(), Limit.of(2)), 10, 8);
		assertThat(this.articles.findByViewsLessThan(3).join()).hasSize(3);
	}

	@Behaviour("returns projections")
	void projections() {
		assertThat(this.articles.findByCountryOrderByViewsDesc("FR", EntityReadsTopic.Headline.class))
			.startsWith(new EntityReadsTopic.Headline("Title 11", "FR"))
			.hasSize(6);
		assertThat(this.articles.findTop2ByCountryOrderByViews("NL")).extracting(EntityReadsTopic.Titled::getTitle)
			.containsExactly("Title 0", "Title 2");
	}

	@Behaviour("counts, looks and deletes")
	void summaries() {
		assertThat(this.articles.countByCountry("NL")).isEqualTo(6);
		assertThat(this.articles.existsByCountry("DE")).isFalse();
		assertThat(this.articles.existsByCountry("FR")).isTrue();
		this.articles.removeByViewsLessThan(2);
		assertThat(this.articles.deleteByCountry("NL")).isEqualTo(5);
		assertThat(this.articles.count()).isEqualTo(5);
	}

	@Behaviour("searches near, with scores or without")
	void near() {
		assertThat(this.articles.searchTop5ByEmbeddingNear(POINT).getContent())
			.extracting((result) -> result.getContent().views())
			.containsExactly(0L, 1L, 2L, 3L, 4L);
		assertThat(this.articles.searchByCountryAndEmbeddingNear("FR", POINT, Limit.of(2)).getContent())
			.extracting((result) -> result.getContent().views())
			.containsExactly(1L, 3L);
		List<SearchResult<NamedArticle>> near = this.articles.searchByEmbeddingNear(POINT, similarityOf(3),
				Limit.of(10));
		assertThat(near).extracting((result) -> result.getContent().views()).containsExactly(0L, 1L, 2L, 3L);
		assertViews(this.articles.findTop3ByEmbeddingNear(POINT), 0, 1, 2);
	}

	@Behaviour("takes a similarity of zero for every row")
	void withinAll() {
		assertThat(this.articles.searchByEmbeddingWithin(POINT, Similarity.of(0), Limit.of(3)).getContent())
			.extracting((result) -> result.getContent().views())
			.containsExactly(0L, 1L, 2L);
		assertThat(this.articles.countByEmbeddingWithin(POINT, Similarity.of(0))).isEqualTo(12);
		assertThat(this.articles.deleteByEmbeddingWithin(POINT, Similarity.of(0))).isEqualTo(12);
	}

	@Behaviour("searches within a similarity, and counts and deletes what is there")
	void within() {
		assertThat(this.articles.searchByEmbeddingWithin(POINT, similarityOf(2), Limit.of(10)).getContent())
			.extracting((result) -> result.getContent().views())
			.containsExactly(0L, 1L, 2L);
		assertThat(this.articles
			.searchByEmbeddingWithin(POINT, Range.closed(similarityOf(5), similarityOf(3)), Limit.of(10))
			.getContent()).extracting((result) -> result.getContent().views()).containsExactly(3L, 4L, 5L);
		assertThat(this.articles.countByEmbeddingWithin(POINT, similarityOf(3))).isEqualTo(4);
		assertThat(this.articles.existsByEmbeddingWithin(Vector.of(-1f, 0f, -0.25f), Similarity.of(0.9))).isFalse();
		assertThat(this.articles.deleteByEmbeddingWithin(POINT, similarityOf(3))).isEqualTo(4);
		assertThat(this.articles.count()).isEqualTo(8);
	}

}
