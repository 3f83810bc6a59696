package io.quiver.benchmarks.write;

import java.nio.file.Path;
import java.util.List;

import io.quiver.benchmarks.search.Article;
import io.quiver.benchmarks.search.Articles;
import io.quiver.data.core.VectorTemplate;
import io.quiver.data.repository.support.VectorRepositoryFactory;
import io.quiver.store.embedded.EmbeddedClient;
import io.quiver.store.embedded.EmbeddedSettings;
import io.quiver.store.embedded.EmbeddedStore;

/**
 * The repository on the embedded store, at its defaults.
 *
 * @author Quiver
 * @since 0.1
 */
final class QuiverWriter implements RowWriter {

	private final EmbeddedClient client;

	private final Articles articles;

	QuiverWriter(Path path) {
		this.client = EmbeddedClient.open(EmbeddedSettings.at(path));
		this.articles = new VectorRepositoryFactory(new VectorTemplate(new EmbeddedStore("benchmark", this.client)))
			.getRepository(Articles.class);
	}

	@Override
	public void write(List<Article> rows) {
		if (rows.size() == 1) {
			this.articles.save(rows.get(0));
		}
		else {
			this.articles.saveAll(rows);
		}
	}

	@Override
	public void close() {
		this.client.close();
	}

}
