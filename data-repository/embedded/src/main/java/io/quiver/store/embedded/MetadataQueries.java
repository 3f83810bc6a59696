package io.quiver.store.embedded;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.quiver.data.core.query.Filter.Operator;
import io.quiver.data.core.query.Filter.Position;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * The conditions on a key of free metadata.
 *
 * @param column the column
 * @param key the key
 * @param longValues adds the entries that are no terms
 * @author Quiver
 */
record MetadataQueries(String column, String key, LongValues longValues) implements FieldQueries {

	@Override
	public Query present() {
		return or(term(MetadataTerms.present(this.key)), (value) -> value != null);
	}

	@Override
	public Query compare(Operator operator, Object value) {
		byte[] bytes = MetadataTerms.bytes(known(value));
		return or(terms(operator, value),
				(stored) -> sameKind(stored, value) && ValueTests.holds(operator, MetadataTerms.bytes(stored), bytes));
	}

	@Override
	public Query in(List<?> values) {
		Set<BytesRef> terms = values.stream()
			.map((value) -> new BytesRef(MetadataTerms.single(this.key, known(value))))
			.collect(Collectors.toSet());
		return or(new TermInSetQuery(this.column, terms), (stored) -> stored != null && MetadataTerms.isKnown(stored)
				&& terms.contains(new BytesRef(MetadataTerms.single(this.key, stored))));
	}

	private Query terms(Operator operator, Object value) {
		byte[] term = MetadataTerms.single(this.key, value);
		byte[] least = MetadataTerms.prefix(this.key, value);
		byte[] beyond = least.clone();
		beyond[beyond.length - 1]++;
		return switch (operator) {
			case EQ -> term(term);
			case LT -> range(least, term, true, false);
			case LTE -> range(least, term, true, true);
			case GT -> range(term, beyond, false, false);
			case GTE -> range(term, beyond, true, false);
		};
	}

	private Query range(byte[] lower, byte[] upper, boolean withLower, boolean withUpper) {
		return new TermRangeQuery(this.column, new BytesRef(lower), new BytesRef(upper), withLower, withUpper);
	}

	private Query term(byte[] term) {
		return (term.length <= Fields.MAX_TERM) ? new TermQuery(new Term(this.column, new BytesRef(term)))
				: new MatchNoDocsQuery();
	}

	@Override
	public Query equalsIgnoreCase(String text) {
		return scan(ValueTests.equalsIgnoreCase(text));
	}

	@Override
	public Query text(Position position, String text, boolean ignoreCase) {
		Predicate<String> test = ValueTests.text(position, text, ignoreCase);
		if (position == Position.PREFIX && !ignoreCase) {
			BytesRef prefix = new BytesRef(MetadataTerms.single(this.key, text));
			return or(new PrefixQuery(new Term(this.column, prefix)), ValueTests.ofStrings(test));
		}
		return scan(test);
	}

	private Query scan(Predicate<String> test) {
		return or(new TermScanQuery(this.column, MetadataTerms.prefix(this.key, ""), test), ValueTests.ofStrings(test));
	}

	@Override
	public Query contains(Object element) {
		byte[] bytes = MetadataTerms.bytes(known(element));
		return or(term(MetadataTerms.element(this.key, element)), ValueTests
			.anyElement((stored) -> sameKind(stored, element) && Arrays.equals(MetadataTerms.bytes(stored), bytes)));
	}

	private Query or(Query terms, Predicate<@Nullable Object> test) {
		return this.longValues.or(terms, (value) -> value instanceof Map<?, ?> map && test.test(map.get(this.key)));
	}

	private static boolean sameKind(@Nullable Object stored, Object value) {
		return stored != null && MetadataTerms.isKnown(stored)
				&& MetadataTerms.kind(stored) == MetadataTerms.kind(value);
	}

	private Object known(Object value) {
		if (!MetadataTerms.isKnown(value)) {
			throw new InvalidDataAccessApiUsageException("Metadata '%s.%s' has no values that compare with a %s"
				.formatted(this.column, this.key, value.getClass().getName()));
		}
		return value;
	}

}
