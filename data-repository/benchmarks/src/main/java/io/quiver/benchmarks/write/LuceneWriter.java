package io.quiver.benchmarks.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

import io.quiver.benchmarks.search.Article;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * Lucene by hand: one commit per write.
 *
 * @author Quiver
 * @since 0.1
 */
final class LuceneWriter implements RowWriter {

	private final Directory directory;

	private final IndexWriter writer;

	LuceneWriter(Path path) {
		try {
			this.directory = FSDirectory.open(path);
			this.writer = new IndexWriter(this.directory, new IndexWriterConfig());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void write(List<Article> rows) {
		try {
			for (Article row : rows) {
				this.writer.updateDocument(new Term("id", row.id().toString()), document(row));
			}
			this.writer.commit();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Document document(Article row) {
		Document document = new Document();
		document.add(new StringField("id", row.id().toString(), Field.Store.NO));
		document.add(new StringField("half", row.half(), Field.Store.NO));
		document.add(new StringField("tenth", row.tenth(), Field.Store.NO));
		document.add(new StringField("hundredth", row.hundredth(), Field.Store.NO));
		document.add(new BinaryDocValuesField("body", new BytesRef(row.body())));
		document.add(new KnnFloatVectorField("embedding", row.embedding(), VectorSimilarityFunction.DOT_PRODUCT));
		return document;
	}

	@Override
	public void close() {
		try (Directory closed = this.directory) {
			this.writer.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
