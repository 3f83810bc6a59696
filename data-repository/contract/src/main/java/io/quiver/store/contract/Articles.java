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
interface Articles extends VectorRepository<NamedArticle, String> {

	List<NamedArticle> findByCountryOrderByViews(@Nullable String country);

	List<NamedArticle> findByCountryNotOrderByViews(String country);

	List<NamedArticle> findByViewsLessThanOrderByViews(long views);

	List<NamedArticle> findByViewsLessThanEqualOrderByViewsDesc(long views);

	List<NamedArticle> findByViewsGreaterThanOrderByViews(long views);

	List<NamedArticle> findByViewsGreaterThanEqualOrderByViews(long views);

	List<NamedArticle> findByViewsBetweenOrderByViews(long lower, long upper);

	List<NamedArticle> findByViewsBetweenOrderByViews(Range<Long> range);

	List<NamedArticle> findByViewsInOrderByViews(Collection<Long> views);

	List<NamedArticle> findByViewsNotInOrderByViews(Collection<Long> views);

	List<NamedArticle> findByPublishedBeforeOrderByViews(Instant time);

	List<NamedArticle> findByPublishedAfterOrderByViews(Instant time);

	List<NamedArticle> findByPublishedIsNullOrderByViews();

	List<NamedArticle> findByPublishedIsNotNullOrderByViews();

	List<NamedArticle> findByTitleStartingWithOrderByViews(String text);

	List<NamedArticle> findByTitleEndingWithOrderByViews(String text);

	List<NamedArticle> findByTitleContainingOrderByViews(String text);

	List<NamedArticle> findByTitleLikeOrderByViews(String text);

	List<NamedArticle> findByTitleIgnoreCase(String text);

	List<NamedArticle> findByTagsContainingOrderByViews(String tag);

	List<NamedArticle> findByCountryAndViewsGreaterThanOrCountryAndViewsOrderByViews(String country, long views,
			String otherCountry, long otherViews);

	@Nullable NamedArticle findFirstByCountryOrderByViewsDesc(String country);

	Optional<NamedArticle> findByViews(long views);

	Stream<NamedArticle> streamByCountry(String country);

	Page<NamedArticle> findByCountry(String country, Pageable pageable);

	Slice<NamedArticle> findSliceByCountry(String country, Pageable pageable);

	Window<NamedArticle> findFirst5ByCountryOrderByViews(String country, ScrollPosition position);

	List<NamedArticle> findByCountry(String country, Sort sort, Limit limit);

	CompletableFuture<List<NamedArticle>> findByViewsLessThan(long views);

	<P> List<P> findByCountryOrderByViewsDesc(String country, Class<P> type);

	List<EntityReadsTopic.Titled> findTop2ByCountryOrderByViews(String country);

	long countByCountry(String country);

	boolean existsByCountry(String country);

	long deleteByCountry(String country);

	void removeByViewsLessThan(long views);

	SearchResults<NamedArticle> searchTop5ByEmbeddingNear(Vector vector);

	SearchResults<NamedArticle> searchByCountryAndEmbeddingNear(String country, Vector vector, Limit limit);

	List<SearchResult<NamedArticle>> searchByEmbeddingNear(Vector vector, Similarity similarity, Limit limit);

	SearchResults<NamedArticle> searchByEmbeddingWithin(Vector vector, Similarity similarity, Limit limit);

	SearchResults<NamedArticle> searchByEmbeddingWithin(Vector vector, Range<Similarity> range, Limit limit);

	List<NamedArticle> findTop3ByEmbeddingNear(Vector vector);

	long countByEmbeddingWithin(Vector vector, Similarity similarity);

	boolean existsByEmbeddingWithin(Vector vector, Similarity similarity);

	long deleteByEmbeddingWithin(Vector vector, Similarity similarity);

}
