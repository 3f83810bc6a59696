package io.quiver.benchmarks.recall;

import java.time.Duration;
import java.util.Arrays;

import io.quiver.data.core.BulkWriter;
import io.quiver.data.core.EntityQuery;
import io.quiver.data.core.VectorTemplate;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.core.query.SearchRequest;
import io.quiver.data.store.RowStore;
import io.quiver.store.embedded.EmbeddedClient;
import io.quiver.store.embedded.EmbeddedSettings;
import io.quiver.store.embedded.EmbeddedStore;
import io.quiver.store.seekdb.SeekdbClient;
import io.quiver.store.seekdb.SeekdbPool;
import io.quiver.store.seekdb.SeekdbStore;
import io.quiver.store.seekdb.model.Organization;
import io.quiver.store.seekdb.model.TableSchema;

import org.springframework.data.domain.SearchResult;
import org.springframework.data.domain.Vector;

/**
 * A store with the defaults of its kind that holds the rows of a set, and forgets them
 * when it is closed.
 *
 * @author Quiver
 */
final class FilledStore implements AutoCloseable {

	private final VectorTemplate template;

	private FilledStore(RowStore store, float[][] rows) {
		this.template = new VectorTemplate(store);
		this.template.collection(Sentence.class).drop();
		try (BulkWriter<Sentence> writer = this.template.bulkWriter(Sentence.class).open()) {
			for (int row = 0; row < rows.length; row++) {
				writer.add(Sentence.of(row, rows[row]));
			}
		}
	}

	/**
	 * Fill the embedded store. Its index is merged into one part, the same in every run:
	 * searching several parts finds more.
	 */
	static FilledStore embedded(float[][] rows) {
		EmbeddedClient client = EmbeddedClient.open(EmbeddedSettings.inMemory());
		FilledStore filled = new FilledStore(new EmbeddedStore("embedded", client), rows);
		client.optimize(Sentence.COLLECTION, 1);
		return filled;
	}

	/** Fill seekdb, whose index is up to date with every write. */
	static FilledStore seekdb(String url, float[][] rows) {
		return new FilledStore(new SeekdbStore("seekdb", client(url)), rows);
	}

	/** Fill seekdb, whose index takes up what was written later, and here when asked. */
	static FilledStore seekdbHeap(String url, float[][] rows) {
		SeekdbClient client = client(url);
		FilledStore filled = new FilledStore(
				new SeekdbStore("heap", client, (TableSchema table) -> table.withOrganization(Organization.HEAP)),
				rows);
		client.table(Sentence.COLLECTION).indexes().refreshAll();
		return filled;
	}

	/** A busy machine may take longer for a batch than the server allows by itself. */
	private static SeekdbClient client(String url) {
		SeekdbPool pool = SeekdbPool.of(url).withCredentials("root", null).withQueryTimeout(Duration.ofMinutes(5));
		return SeekdbClient.builder(pool).build();
	}

	Findings search(Question question, int count, SearchOptions options) {
		String property = Sentence.property(question.metric());
		EntityQuery<Sentence.Found> sentences = this.template.query(Sentence.class).as(Sentence.Found.class);
		return new Findings(Arrays.stream(question.vectors().queries())
			.parallel()
			.map((query) -> SearchRequest.near(property, Vector.of(query)).limit(count).options(options))
			.map((request) -> sentences.search(request)
				.stream()
				.map(FilledStore::finding)
				.toArray(Findings.Finding[]::new))
			.toArray(Findings.Finding[][]::new));
	}

	private static Findings.Finding finding(SearchResult<Sentence.Found> result) {
		return new Findings.Finding(result.getContent().id(), result.getScore().getValue());
	}

	@Override
	public void close() {
		try (RowStore store = this.template.store()) {
			store.drop(Sentence.COLLECTION);
		}
	}

}
