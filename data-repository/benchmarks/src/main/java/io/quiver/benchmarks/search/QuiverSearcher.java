package io.quiver.benchmarks.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
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

	private QuiverSearcher(Scenario scenario, Path index, Class<T> type, ToLongFunction<T> id) {
		this.client = EmbeddedClient.open(settings(index, scenario.ef()));
		this.articles = articles(this.client);
		this.queries = Arrays.stream(scenario.queries()).map(Vector::of).toList();
		this.slice = scenario.slice();
		this.type = type;
		this.id = id;
	}

	static Searcher entities(Scenario scenario) {
		return new QuiverSearcher<>(scenario, optimized(scenario), Article.class, Article::id);
	}

	static Searcher asLoaded(Scenario scenario) {
		return new QuiverSearcher<>(scenario, loaded(scenario), Article.class, Article::id);
	}

	static Searcher ids(Scenario scenario) {
		return new QuiverSearcher<>(scenario, optimized(scenario), Article.OnlyId.class, Article.OnlyId::id);
	}

	static Searcher texts(Scenario scenario) {
		return new QuiverSearcher<>(scenario, optimized(scenario), Article.WithoutVector.class,
				Article.WithoutVector::id);
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

	private static Path loaded(Scenario scenario) {
		try {
			return scenario.index("quiver-as-loaded", (path, vectors) -> build(path, vectors, false));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path optimized(Scenario scenario) {
		try {
			return scenario.index("quiver", (path, vectors) -> build(path, vectors, true));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void build(Path index, VectorSet vectors, boolean optimized) {
		try (EmbeddedClient client = EmbeddedClient.open(settings(index, 0))) {
			try (BulkWriter<Article> writer = template(client).bulkWriter(Article.class).open()) {
				for (int row = 0; row < vectors.rows().length; row++) {
					writer.add(Article.of(row, row, vectors.rows()[row]));
				}
			}
			if (optimized) {
				client.optimize("articles", 1);
			}
			else {
				awaitMerges(client, 1 + vectors.rows().length / 5000);
			}
		}
	}

	/** Merging goes on for a while after loading; what it leaves is what is searched. */
	private static void awaitMerges(EmbeddedClient client, int seconds) {
		int quiet = 0;
		Object before = null;
		while (quiet < seconds) {
			LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
			Object segments = client.stats("articles").details().get("segments");
			quiet = Objects.equals(segments, before) ? quiet + 1 : 0;
			before = segments;
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
