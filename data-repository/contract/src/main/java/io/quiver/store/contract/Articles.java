package io.quiver.store.contract;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.quiver.data.repository.VectorRepository;
import org.jspecify.annotations.Nullable;

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

/**
 * Query methods of every keyword and every return shape.
 *
 * @author Quiver
 */
interface Articles extends VectorRepository<Article, String> {

	List<Article> findByCountryOrderByViews(@Nullable String country);

	List<Article> findByCountryNotOrderByViews(String country);

	List<Article> findByViewsLessThanOrderByViews(long views);

	List<Article> findByViewsLessThanEqualOrderByViewsDesc(long views);

	List<Article> findByViewsGreaterThanOrderByViews(long views);

	List<Article> findByViewsGreaterThanEqualOrderByViews(long views);

	List<Article> findByViewsBetweenOrderByViews(long lower, long upper);

	List<Article> findByViewsBetweenOrderByViews(Range<Long> range);

	List<Article> findByViewsInOrderByViews(Collection<Long> views);

	List<Article> findByViewsNotInOrderByViews(Collection<Long> views);

	List<Article> findByPublishedBeforeOrderByViews(Instant time);

	List<Article> findByPublishedAfterOrderByViews(Instant time);

	List<Article> findByPublishedIsNullOrderByViews();

	List<Article> findByPublishedIsNotNullOrderByViews();

	List<Article> findByTitleStartingWithOrderByViews(String text);

	List<Article> findByTitleEndingWithOrderByViews(String text);

	List<Article> findByTitleContainingOrderByViews(String text);

	List<Article> findByTitleLikeOrderByViews(String text);

	List<Article> findByTitleIgnoreCase(String text);

	List<Article> findByTagsContainingOrderByViews(String tag);

	List<Article> findByCountryAndViewsGreaterThanOrCountryAndViewsOrderByViews(String country, long views,
			String otherCountry, long otherViews);

	@Nullable Article findFirstByCountryOrderByViewsDesc(String country);

	Optional<Article> findByViews(long views);

	Stream<Article> streamByCountry(String country);

	Page<Article> findByCountry(String country, Pageable pageable);

	Slice<Article> findSliceByCountry(String country, Pageable pageable);

	Window<Article> findFirst5ByCountryOrderByViews(String country, ScrollPosition position);

	List<Article> findByCountry(String country, Sort sort, Limit limit);

	CompletableFuture<List<Article>> findByViewsLessThan(long views);

	<P> List<P> findByCountryOrderByViewsDesc(String country, Class<P> type);

	List<EntityReadsTopic.Titled> findTop2ByCountryOrderByViews(String country);

	long countByCountry(String country);

	boolean existsByCountry(String country);

	long deleteByCountry(String country);

	void removeByViewsLessThan(long views);

	SearchResults<Article> searchTop5ByEmbeddingNear(Vector vector);

	SearchResults<Article> searchByCountryAndEmbeddingNear(String country, Vector vector, Limit limit);

	List<SearchResult<Article>> searchByEmbeddingNear(Vector vector, Similarity similarity, Limit limit);

	SearchResults<Article> searchByEmbeddingWithin(Vector vector, Similarity similarity, Limit limit);

	SearchResults<Article> searchByEmbeddingWithin(Vector vector, Range<Similarity> range, Limit limit);

	List<Article> findTop3ByEmbeddingNear(Vector vector);

	long countByEmbeddingWithin(Vector vector, Similarity similarity);

	boolean existsByEmbeddingWithin(Vector vector, Similarity similarity);

	long deleteByEmbeddingWithin(Vector vector, Similarity similarity);

}
