package io.quiver.benchmarks.search;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

import io.quiver.benchmarks.data.VectorSet;
import io.quiver.data.core.BulkWriter;
import io.quiver.data.core.VectorTemplate;
import io.quiver.data.repository.support.VectorRepositoryFactory;
import io.quiver.store.embedded.EmbeddedClient;
import io.quiver.store.embedded.EmbeddedSettings;
import io.quiver.store.embedded.EmbeddedStore;

import org.springframework.data.domain.SearchResult;
import org.springframework.data.domain.SearchResults;
import org.springframework.data.domain.Vector;

/**
 * The repository on the embedded store: from the call of a query method to what it
 * returns.
 *
 * @param <T> the type of the results
 * @author Quiver
 * @since 0.1
 */
final class QuiverSearcher<T> implements Searcher {

	private final EmbeddedClient client;

	private final Articles articles;

	private final List<Vector> queries;

	private final Slice slice;

	private final Class<T> type;

	private final ToLongFunction<T> id;

	private QuiverSearcher(Scenario scenario, boolean optimized, Class<T> type, ToLongFunction<T> id) {
		Path index = scenario.index(optimized ? "quiver" : "quiver-as-loaded");
		if (!Files.exists(index)) {
			build(index, optimized, scenario.vectors());
		}
		this.client = EmbeddedClient.open(settings(index, scenario.ef()));
		this.articles = articles(this.client);
		this.queries = Arrays.stream(scenario.queries()).map(Vector::of).toList();
		this.slice = scenario.slice();
		this.type = type;
		this.id = id;
	}

	static Searcher entities(Scenario scenario) {
		return new QuiverSearcher<>(scenario, true, Article.class, Article::id);
	}

	static Searcher asLoaded(Scenario scenario) {
		return new QuiverSearcher<>(scenario, false, Article.class, Article::id);
	}

	static Searcher ids(Scenario scenario) {
		return new QuiverSearcher<>(scenario, true, Article.OnlyId.class, Article.OnlyId::id);
	}

	static Searcher texts(Scenario scenario) {
		return new QuiverSearcher<>(scenario, true, Article.WithoutVector.class, Article.WithoutVector::id);
	}

	private static EmbeddedSettings settings(Path index, int ef) {
		EmbeddedSettings.Builder settings = EmbeddedSettings.builder().path(index);
		return ((ef != 0) ? settings.ef(ef) : settings).build();
	}

	private static VectorTemplate template(EmbeddedClient client) {
		return new VectorTemplate(new EmbeddedStore("benchmark", client));
	}

	private static Articles articles(EmbeddedClient client) {
		return new VectorRepositoryFactory(template(client)).getRepository(Articles.class);
	}

	private static void build(Path index, boolean optimized, VectorSet vectors) {
		try (EmbeddedClient client = EmbeddedClient.open(settings(index, 0))) {
			try (BulkWriter<Article> writer = template(client).bulkWriter(Article.class).open()) {
				for (int row = 0; row < vectors.rows().length; row++) {
					writer.add(Article.of(row, row, vectors.rows()[row]));
				}
			}
			if (optimized) {
				client.optimize("articles", 1);
			}
		}
	}

	@Override
	public Object search(int query) {
		Vector vector = this.queries.get(query);
		return switch (this.slice) {
			case ALL -> this.articles.searchTop10ByEmbeddingNear(vector, this.type);
			case HALF -> this.articles.searchTop10ByHalfAndEmbeddingNear(this.slice.wanted(), vector, this.type);
			case TENTH -> this.articles.searchTop10ByTenthAndEmbeddingNear(this.slice.wanted(), vector, this.type);
			case HUNDREDTH ->
				this.articles.searchTop10ByHundredthAndEmbeddingNear(this.slice.wanted(), vector, this.type);
		};
	}

	@Override
	public int[] rows(Object result) {
		return ((SearchResults<?>) result).stream()
			.map(SearchResult::getContent)
			.map(this.type::cast)
			.mapToInt((found) -> (int) this.id.applyAsLong(found))
			.toArray();
	}

	@Override
	public void close() {
		this.client.close();
	}

}
