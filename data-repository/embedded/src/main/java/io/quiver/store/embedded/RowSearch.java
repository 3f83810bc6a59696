package io.quiver.store.embedded;

import java.io.IOException;
import java.util.List;

import io.quiver.data.store.FindRequest;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldDocs;

/**
 * Finds rows by their columns, in the order of their columns.
 *
 * @author Quiver
 */
final class RowSearch {

	private RowSearch() {
	}

	static List<ScoreDoc> page(IndexSearcher searcher, Query query, RowOrder order, FindRequest request)
			throws IOException {
		int rows = searcher.getIndexReader().maxDoc();
		if (request.offset() >= rows) {
			return List.of();
		}
		int offset = (int) request.offset();
		int wanted = (int) Math.min(rows, (long) offset + request.limit());
		TopFieldDocs found = (request.after() == null) ? searcher.search(query, wanted, order.sort())
				: (TopFieldDocs) searcher.searchAfter(order.after(request.after(), rows - 1), query, wanted,
						order.sort());
		List<ScoreDoc> hits = List.of(found.scoreDocs);
		return hits.subList(Math.min(offset, hits.size()), hits.size());
	}

}
