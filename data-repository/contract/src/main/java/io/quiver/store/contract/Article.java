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
 * An immutable entity with a simple id.
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
record Article(@Id @Nullable String id, String title, @Nullable String country, long views, @Nullable Instant published,
		List<String> tags, @VectorField(dimension = 3, metric = Metric.COSINE) @Nullable Vector embedding) {

	static Article of(int number) {
		return new Article("a-%04d".formatted(number), "Title " + number, (number % 2 == 0) ? "NL" : "FR", number,
				(number % 3 == 0) ? null : Instant.ofEpochSecond(number), List.of("t" + number % 4),
				Vector.of((float) Math.cos(number * 0.1), (float) Math.sin(number * 0.1), 0.25f));
	}

	Article withTitle(String title) {
		return new Article(this.id, title, this.country, this.views, this.published, this.tags, this.embedding);
	}

	Article withId(@Nullable String id) {
		return new Article(id, this.title, this.country, this.views, this.published, this.tags, this.embedding);
	}

	Article withEmbedding(Vector embedding) {
		return new Article(this.id, this.title, this.country, this.views, this.published, this.tags, embedding);
	}

}
