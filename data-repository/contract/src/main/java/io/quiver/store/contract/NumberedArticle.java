package io.quiver.store.contract;

import java.time.Instant;
import java.util.List;

import io.quiver.data.core.mapping.VectorCollection;
import io.quiver.data.core.mapping.VectorField;
import io.quiver.data.core.query.Metric;
import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Vector;

/**
 * An article by a number.
 *
 * @param id the id
 * @param title the title
 * @param country where it was written, if known
 * @param views how often it was read
 * @param published when it was published, if it was
 * @param tags what it is about
 * @param embedding what it means, if that was computed
 * @author Quiver
 */
@VectorCollection("contract_articles")
record NumberedArticle(@Id @Nullable Long id, String title, @Nullable String country, long views,
		@Nullable Instant published, List<String> tags,
		@VectorField(dimension = 3, metric = Metric.COSINE) @Nullable Vector embedding) implements Article {

	static NumberedArticle of(int number) {
		return new NumberedArticle(idOf(number), Article.titleOf(number), Article.countryOf(number), number,
				Article.publishedOf(number), Article.tagsOf(number), Article.embeddingOf(number));
	}

	static Long idOf(int number) {
		return (long) number;
	}

	@Override
	public NumberedArticle withTitle(String title) {
		return new NumberedArticle(this.id, title, this.country, this.views, this.published, this.tags, this.embedding);
	}

	@Override
	public NumberedArticle withoutId() {
		return new NumberedArticle(null, this.title, this.country, this.views, this.published, this.tags,
				this.embedding);
	}

	@Override
	public NumberedArticle withEmbedding(Vector embedding) {
		return new NumberedArticle(this.id, this.title, this.country, this.views, this.published, this.tags, embedding);
	}

	@Override
	public NumberedArticle emptied() {
		return new NumberedArticle(this.id, "", null, 0, null, List.of(), null);
	}

}
