package io.quiver.store.contract;

import java.util.List;
import java.util.Objects;

import io.quiver.data.core.VectorOperations;
import io.quiver.data.core.query.Metric;
import io.quiver.data.core.query.SearchRequest;
import io.quiver.data.core.query.SimilarityRange;
import io.quiver.data.store.Ability;
import org.assertj.core.data.Offset;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.data.domain.SearchResult;
import org.springframework.data.domain.SearchResults;
import org.springframework.data.domain.Similarity;
import org.springframework.data.domain.Vector;

import static io.quiver.data.core.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Entities are searched by nearness, with similarities that mean the same on every store.
 *
 * @author Quiver
 */
final class EntitySearchTopic extends EntityTopic {

	private static final Vector POINT = Vector.of(1f, 0.2f, 0.3f);

	EntitySearchTopic(VectorOperations operations) {
		super(operations);
	}

	private SearchResults<Article> search(SearchRequest request) {
		return this.operations.search(request, this.type);
	}

	private static double similarity(Article article) {
		return Metric.COSINE.toSimilarity(Metric.COSINE.rawScore(POINT.toFloatArray(),
				Objects.requireNonNull(article.embedding()).toFloatArray()));
	}

	@Behaviour(value = "finds the nearest first, each with the similarity of mathematics", needs = Ability.NEAREST)
	void similarities() {
		List<Article> articles = save(40);
		SearchResults<Article> results = search(SearchRequest.near("embedding", POINT).limit(10));
		List<Double> expected = articles.stream()
			.map(EntitySearchTopic::similarity)
			.sorted((left, right) -> Double.compare(right, left))
			.limit(10)
			.toList();
		assertThat(results.getContent()).hasSize(10);
		for (int i = 0; i < 10; i++) {
			SearchResult<Article> result = results.getContent().get(i);
			assertThat(result.getScore()).isInstanceOf(Similarity.class);
			assertThat(result.getScore().getFunction()).isEqualTo(Metric.COSINE.scoringFunction());
			assertThat(result.getScore().getValue()).isCloseTo(expected.get(i), Offset.offset(1e-5));
			assertThat(result.getScore().getValue()).isCloseTo(similarity(result.getContent()), Offset.offset(1e-5));
		}
	}

	@Behaviour(value = "finds ten when not told how many, and as many as told", needs = Ability.NEAREST)
	void limits() {
		save(40);
		assertThat(search(SearchRequest.near("embedding", POINT)).getContent()).hasSize(10);
		assertThat(search(SearchRequest.near("embedding", POINT).limit(3)).getContent()).hasSize(3);
		assertThat(search(SearchRequest.near("embedding", POINT).limit(100)).getContent()).hasSize(40);
	}

	@Behaviour(value = "finds none farther than asked", needs = Ability.NEAREST)
	void within() {
		List<Article> articles = save(40);
		SearchResults<Article> results = search(
				SearchRequest.near("embedding", POINT).within(SimilarityRange.atLeast(Similarity.of(0.9))).limit(40));
		assertThat(results.getContent())
			.hasSize((int) articles.stream().filter((each) -> similarity(each) >= 0.9).count());
		assertThat(results.getContent())
			.allSatisfy((result) -> assertThat(result.getScore().getValue()).isGreaterThanOrEqualTo(0.9 - 1e-5));
	}

	@Behaviour(value = "finds the nearest of those that satisfy a condition", needs = { Ability.NEAREST, Ability.LIST })
	void filtered() {
		save(40);
		SearchResults<Article> results = search(
				SearchRequest.near("embedding", POINT).where(where("views").gte(35L)).limit(5));
		assertThat(results.getContent()).extracting((result) -> result.getContent().views())
			.containsExactlyInAnyOrder(35L, 36L, 37L, 38L, 39L);
	}

	@Behaviour(value = "refuses a vector that cannot be compared", needs = Ability.NEAREST)
	void refusals() {
		save(1);
		for (Vector vector : List.of(Vector.of(1f, 2f), Vector.of(1f, Float.NaN, 2f), Vector.of(0f, 0f, 0f))) {
			assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
				.isThrownBy(() -> search(SearchRequest.near("embedding", vector)));
		}
		assertThatExceptionOfType(InvalidDataAccessApiUsageException.class)
			.isThrownBy(() -> search(SearchRequest.near("title", POINT)));
	}

	@Behaviour(value = "searches by a text that is turned into a vector", needs = Ability.NEAREST)
	void embedded() {
		save(40);
		SearchResults<Article> results = search(SearchRequest.near("embedding", "x".repeat(7)).limit(1));
		assertThat(results.getContent().get(0).getContent()).isEqualTo(article(7));
	}

	@Behaviour(value = "searches without keeping the caller waiting", needs = Ability.NEAREST)
	void asynchronous() {
		save(40);
		SearchRequest request = SearchRequest.near("embedding", POINT).limit(5);
		assertThat(this.operations.query(this.type).searchAsync(request).join().getContent())
			.isEqualTo(search(request).getContent());
	}

}
