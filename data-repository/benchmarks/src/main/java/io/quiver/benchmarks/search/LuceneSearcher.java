package io.quiver.benchmarks.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.IntStream;

import io.quiver.benchmarks.data.VectorSet;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Lucene by hand, in one segment: documents found, nothing of them read.
 *
 * @author Quiver
 * @since 0.1
 */
final class LuceneSearcher implements Searcher {

	private static final int DEFAULT_EF = 40;

	private final Directory directory;

	private final DirectoryReader reader;

	private final IndexSearcher searcher;

	private final float[][] queries;

	private final int ef;

	private final @Nullable Query filter;

	private LuceneSearcher(Scenario scenario, Path index) throws IOException {
		this.directory = FSDirectory.open(index);
		this.reader = DirectoryReader.open(this.directory);
		this.searcher = new IndexSearcher(this.reader);
		this.searcher.setQueryCache(null);
		this.queries = scenario.queries();
		this.ef = (scenario.ef() != 0) ? scenario.ef() : DEFAULT_EF;
		this.filter = (scenario.slice() != Slice.ALL)
				? new TermQuery(new Term(scenario.slice().attribute(), scenario.slice().wanted())) : null;
	}

	static Searcher open(Scenario scenario) {
		try {
			return new LuceneSearcher(scenario, scenario.index("lucene", LuceneSearcher::build));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void build(Path index, VectorSet vectors) throws IOException {
		IndexWriterConfig config = new IndexWriterConfig().setRAMBufferSizeMB(512);
		try (Directory directory = FSDirectory.open(index); IndexWriter writer = new IndexWriter(directory, config)) {
			IntStream.range(0, vectors.rows().length).parallel().forEach((row) -> add(writer, vectors, row));
			writer.forceMerge(1);
		}
	}

	private static void add(IndexWriter writer, VectorSet vectors, int row) {
		Document document = new Document();
		document.add(new StringField("id", Integer.toString(row), Field.Store.NO));
		document.add(new NumericDocValuesField("row", row));
		document.add(new KnnFloatVectorField("embedding", vectors.rows()[row], VectorSimilarityFunction.DOT_PRODUCT));
		document.add(new BinaryDocValuesField("body", new BytesRef(Scenario.payload(row))));
		for (Slice slice : Slice.values()) {
			document.add(new StringField(slice.attribute(), slice.valueOf(row), Field.Store.NO));
		}
		try {
			writer.addDocument(document);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public Object search(int query) {
		try {
			return this.searcher.search(new KnnFloatVectorQuery("embedding", this.queries[query], this.ef, this.filter),
					Scenario.K);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public int[] rows(Object result) {
		ScoreDoc[] found = ((TopDocs) result).scoreDocs;
		int[] rows = new int[found.length];
		for (int i = 0; i < rows.length; i++) {
			rows[i] = row(found[i].doc);
		}
		return rows;
	}

	private int row(int document) {
		try {
			NumericDocValues values = this.reader.leaves().get(0).reader().getNumericDocValues("row");
			values.advanceExact(document);
			return (int) values.longValue();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		try (Directory closed = this.directory) {
			this.reader.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
