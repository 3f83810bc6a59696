package io.quiver.store.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.quiver.data.core.query.Filter;
import io.quiver.data.core.query.Filter.Comparison;
import io.quiver.data.core.query.Filter.Operator;
import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.Column.ListColumn;
import io.quiver.data.store.Column.MapColumn;
import io.quiver.data.store.Column.ValueColumn;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Filter trees as Lucene queries. Values go into terms and points, never through a
 * parser, so that no character of them means anything.
 *
 * @author Quiver
 */
final class EmbeddedFilters {

	private final CollectionSpec spec;

	private final EmbeddedRows rows;

	private final Analyzer analyzer;

	EmbeddedFilters(CollectionSpec spec, EmbeddedRows rows, Analyzer analyzer) {
		this.spec = spec;
		this.rows = rows;
		this.analyzer = analyzer;
	}

	Query query(@Nullable Filter filter) {
		if (filter == null) {
			return new MatchAllDocsQuery();
		}
		return switch (filter) {
			case Filter.And and -> all(and.filters());
			case Filter.Or or -> any(or.filters().stream().map(this::query).toList());
			case Filter.Not not -> complement(query(not.filter()));
			case Comparison comparison -> compare(comparison);
			case Filter.In in -> in.values().isEmpty() ? new MatchNoDocsQuery() : values(in.field()).in(in.values());
			case Filter.Text text -> values(text.field()).text(text.position(), text.text(), text.ignoreCase());
			case Filter.Contains contains -> values(contains.field()).contains(contains.element());
			case Filter.IsNull isNull -> complement(values(isNull.field()).present());
			case Filter.Matches matches -> words(matches.field(), matches.text());
		};
	}

	private Query all(List<Filter> filters) {
		BooleanQuery.Builder all = new BooleanQuery.Builder();
		all.add(new MatchAllDocsQuery(), Occur.FILTER);
		filters.forEach((each) -> all.add(query(each), Occur.FILTER));
		return all.build();
	}

	static Query any(List<Query> queries) {
		if (queries.isEmpty()) {
			return new MatchNoDocsQuery();
		}
		BooleanQuery.Builder any = new BooleanQuery.Builder();
		queries.forEach((each) -> any.add(each, Occur.SHOULD));
		return any.build();
	}

	private static Query complement(Query query) {
		return new BooleanQuery.Builder().add(new MatchAllDocsQuery(), Occur.FILTER).add(query, Occur.MUST_NOT).build();
	}

	private Query compare(Comparison comparison) {
		FieldQueries values = values(comparison.field());
		if (comparison.ignoreCase() && comparison.operator() == Operator.EQ
				&& comparison.value() instanceof String text) {
			return values.equalsIgnoreCase(text);
		}
		return values.compare(comparison.operator(), comparison.value());
	}

	/**
	 * Return the words that a text is divided into.
	 */
	Set<BytesRef> words(String text) {
		Set<BytesRef> words = new LinkedHashSet<>();
		try (TokenStream stream = this.analyzer.tokenStream("", text)) {
			TermToBytesRefAttribute word = stream.addAttribute(TermToBytesRefAttribute.class);
			stream.reset();
			while (stream.incrementToken()) {
				words.add(BytesRef.deepCopyOf(word.getBytesRef()));
			}
			stream.end();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return words;
	}

	private Query words(String field, String text) {
		return new TermInSetQuery(Fields.text(field), words(text));
	}

	/**
	 * Return the query that ranks rows by the words of a text.
	 */
	Query ranking(List<String> columns, String text) {
		List<Query> terms = new ArrayList<>();
		for (BytesRef word : words(text)) {
			columns.forEach((column) -> terms.add(new TermQuery(new Term(Fields.text(column), word))));
		}
		return any(terms.subList(0, Math.min(terms.size(), IndexSearcher.getMaxClauseCount())));
	}

	private FieldQueries values(String field) {
		int position = this.spec.indexOf(field);
		if (position < 0) {
			return metadata(field);
		}
		Column column = this.spec.columns().get(position);
		LongValues longValues = new LongValues(this.rows, position, column.name());
		return switch (column) {
			case KeyColumn key -> new ColumnQueries(key.name(), key.type(), key.type(), longValues);
			case ValueColumn single -> new ColumnQueries(single.name(), single.type(), single.type(), longValues);
			case ListColumn list -> new ColumnQueries(list.name(), null, list.elementType(), longValues);
			default -> new ColumnQueries(column.name(), null, null, longValues);
		};
	}

	private FieldQueries metadata(String field) {
		int dot = field.indexOf('.');
		int position = (dot > 0) ? this.spec.indexOf(field.substring(0, dot)) : -1;
		if (position < 0 || !(this.spec.columns().get(position) instanceof MapColumn map)) {
			throw new InvalidDataAccessApiUsageException(
					"Collection '%s' has no column '%s'".formatted(this.spec.name(), field));
		}
		return new MetadataQueries(map.name(), field.substring(dot + 1),
				new LongValues(this.rows, position, map.name()));
	}

}
