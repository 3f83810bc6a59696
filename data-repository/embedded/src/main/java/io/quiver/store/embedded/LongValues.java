package io.quiver.store.embedded;

import java.util.List;
import java.util.function.Predicate;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * Adds to a query on the terms of a column the rows whose value is too long to be a term:
 * they are marked, and their bodies are looked into.
 *
 * @author Quiver
 */
record LongValues(EmbeddedRows rows, int column, String name) {

	Query or(Query terms, Predicate<@Nullable Object> test) {
		Query tested = new BooleanQuery.Builder().add(new TermQuery(new Term(Fields.LONG, this.name)), Occur.FILTER)
			.add(new BodyTestQuery(this.rows, this.column, test), Occur.FILTER)
			.build();
		return EmbeddedFilters.any(List.of(terms, tested));
	}

}
