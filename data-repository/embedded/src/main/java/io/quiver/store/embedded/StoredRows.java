package io.quiver.store.embedded;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import io.quiver.data.policy.Deadline;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Row;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows out of an index and out of the rows not refreshed yet.
 *
 * @author Quiver
 */
final class StoredRows {

	private final CollectionSpec spec;

	private final EmbeddedRows rows;

	private final RowIndex index;

	StoredRows(CollectionSpec spec, EmbeddedRows rows, RowIndex index) {
		this.spec = spec;
		this.rows = rows;
		this.index = index;
	}

	/**
	 * Return the row with a key, as it is after every write that has returned.
	 * @param key the key's term
	 * @param wanted the columns
	 * @return the row, or {@code null} if there is none
	 */
	@Nullable Row get(BytesRef key, int[] wanted) throws IOException {
		byte[] live = this.index.live().get(key);
		if (live != null) {
			return LiveRows.isDeleted(live) ? null
					: this.rows.read(new ByteReader(live), wanted, EmbeddedRows.VectorSource.NONE);
		}
		return this.index.<@Nullable Row>readRefreshed((searcher) -> find(searcher, key, wanted));
	}

	private @Nullable Row find(IndexSearcher searcher, BytesRef key, int[] wanted) throws IOException {
		List<LeafReaderContext> leaves = searcher.getLeafContexts();
		// what was written last is asked for most
		for (int i = leaves.size() - 1; i >= 0; i--) {
			LeafReader reader = leaves.get(i).reader();
			int doc = find(reader, key);
			if (doc >= 0) {
				return new LeafRows(this.spec, this.rows, reader).read(doc, wanted);
			}
		}
		return null;
	}

	private static int find(LeafReader reader, BytesRef key) throws IOException {
		Terms terms = reader.terms(Fields.KEY);
		if (terms == null) {
			return -1;
		}
		TermsEnum keys = terms.iterator();
		if (!keys.seekExact(key)) {
			return -1;
		}
		PostingsEnum docs = keys.postings(null, PostingsEnum.NONE);
		Bits live = reader.getLiveDocs();
		for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
			if (live == null || live.get(doc)) {
				return doc;
			}
		}
		return -1;
	}

	/**
	 * Return the rows of hits, in the order of the hits.
	 */
	Row[] read(IndexSearcher searcher, List<? extends ScoreDoc> hits, int[] wanted, Deadline deadline)
			throws IOException {
		Row[] read = new Row[hits.size()];
		Integer[] byPlace = new Integer[read.length];
		Arrays.setAll(byPlace, Integer::valueOf);
		Arrays.sort(byPlace, Comparator.comparingInt((hit) -> hits.get(hit).doc));
		List<LeafReaderContext> leaves = searcher.getLeafContexts();
		LeafRows leaf = null;
		int base = 0;
		int end = 0;
		for (int hit : byPlace) {
			deadline.check();
			int doc = hits.get(hit).doc;
			if (leaf == null || doc >= end) {
				LeafReaderContext context = leaves.get(ReaderUtil.subIndex(doc, leaves));
				leaf = new LeafRows(this.spec, this.rows, context.reader());
				base = context.docBase;
				end = base + context.reader().maxDoc();
			}
			read[hit] = leaf.read(doc - base, wanted);
		}
		return read;
	}

}
