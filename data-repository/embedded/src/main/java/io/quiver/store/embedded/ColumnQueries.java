package io.quiver.store.embedded;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.quiver.data.core.query.Filter.Operator;
import io.quiver.data.core.query.Filter.Position;
import io.quiver.data.store.ColumnType;
import org.apache.lucene.document.BinaryPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MatchAllDocsQuery;
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
 * The conditions on a column: points where all values have one width, terms elsewhere.
 *
 * @param name the column's name
 * @param single the type of its value, {@code null} if that is no single one
 * @param element the type of its value or elements, {@code null} if neither
 * @param longValues adds the values that are no terms
 * @author Quiver
 */
record ColumnQueries(String name, @Nullable ColumnType single, @Nullable ColumnType element,
		LongValues longValues) implements FieldQueries {

	private static final byte[] NO_PREFIX = {};

	@Override
	public Query present() {
		return (this.longValues.column() < this.longValues.rows().keySize()) ? new MatchAllDocsQuery()
				: new TermQuery(new Term(Fields.PRESENT, this.name));
	}

	@Override
	public Query compare(Operator operator, Object value) {
		ColumnType type = required(this.single, value);
		byte[] bytes = SortableBytes.of(type, value);
		if (SortableBytes.width(type) > 0) {
			return range(operator, bytes);
		}
		if (operator == Operator.EQ && isTerm(bytes)) {
			return term(new BytesRef(bytes));
		}
		Predicate<@Nullable Object> test = (stored) -> stored != null
				&& ValueTests.holds(operator, SortableBytes.of(type, stored), bytes);
		return this.longValues.or(terms(operator, new BytesRef(bytes)), test);
	}

	@Override
	public Query in(List<?> values) {
		List<byte[]> wanted = values.stream()
			.map((value) -> SortableBytes.of(required(this.single, value), value))
			.toList();
		ColumnType type = required(this.single, values.get(0));
		if (SortableBytes.width(type) > 0) {
			return BinaryPoint.newSetQuery(this.name, wanted.toArray(byte[][]::new));
		}
		Set<BytesRef> terms = wanted.stream().map(BytesRef::new).collect(Collectors.toSet());
		if (wanted.stream().allMatch(ColumnQueries::isTerm)) {
			return new TermInSetQuery(this.name, terms);
		}
		return this.longValues.or(new TermInSetQuery(this.name, terms),
				(stored) -> stored != null && terms.contains(new BytesRef(SortableBytes.of(type, stored))));
	}

	private Query range(Operator operator, byte[] value) {
		byte[] least = new byte[value.length];
		byte[] greatest = new byte[value.length];
		Arrays.fill(greatest, (byte) 0xFF);
		return switch (operator) {
			case EQ -> BinaryPoint.newExactQuery(this.name, value);
			case LTE -> BinaryPoint.newRangeQuery(this.name, least, value);
			case GTE -> BinaryPoint.newRangeQuery(this.name, value, greatest);
			case LT -> Arrays.equals(value, least) ? new MatchNoDocsQuery()
					: BinaryPoint.newRangeQuery(this.name, least, neighbour(value, -1));
			case GT -> Arrays.equals(value, greatest) ? new MatchNoDocsQuery()
					: BinaryPoint.newRangeQuery(this.name, neighbour(value, 1), greatest);
		};
	}

	private static byte[] neighbour(byte[] value, int step) {
		byte[] next = value.clone();
		byte overflow = (byte) ((step > 0) ? 0 : 0xFF);
		for (int i = next.length - 1; i >= 0; i--) {
			next[i] += (byte) step;
			if (next[i] != overflow) {
				break;
			}
		}
		return next;
	}

	private Query terms(Operator operator, BytesRef value) {
		return switch (operator) {
			case EQ -> term(value);
			case LT -> new TermRangeQuery(this.name, null, value, true, false);
			case LTE -> new TermRangeQuery(this.name, null, value, true, true);
			case GT -> new TermRangeQuery(this.name, value, null, false, true);
			case GTE -> new TermRangeQuery(this.name, value, null, true, true);
		};
	}

	/** What is too long to be a term equals none that is not, so that one query does. */
	private static boolean isTerm(byte[] value) {
		return value.length <= Fields.MAX_TERM;
	}

	private Query term(BytesRef value) {
		return (value.length <= Fields.MAX_TERM) ? new TermQuery(new Term(this.name, value)) : new MatchNoDocsQuery();
	}

	@Override
	public Query equalsIgnoreCase(String text) {
		return scan(ValueTests.equalsIgnoreCase(text));
	}

	@Override
	public Query text(Position position, String text, boolean ignoreCase) {
		Predicate<String> test = ValueTests.text(position, text, ignoreCase);
		if (position == Position.PREFIX && !ignoreCase) {
			PrefixQuery prefix = new PrefixQuery(new Term(this.name, new BytesRef(Wtf8.encode(text))));
			return this.longValues.or(prefix, ValueTests.ofStrings(test));
		}
		return scan(test);
	}

	private Query scan(Predicate<String> test) {
		if (this.single != ColumnType.STRING) {
			throw new InvalidDataAccessApiUsageException(
					"Column '%s' has no strings to look into".formatted(this.name));
		}
		return this.longValues.or(new TermScanQuery(this.name, NO_PREFIX, test), ValueTests.ofStrings(test));
	}

	@Override
	public Query contains(Object value) {
		ColumnType type = required((this.single == null) ? this.element : null, value);
		byte[] bytes = SortableBytes.of(type, value);
		if (SortableBytes.width(type) > 0) {
			return BinaryPoint.newExactQuery(this.name, bytes);
		}
		return this.longValues.or(term(new BytesRef(bytes)),
				ValueTests.anyElement((each) -> each != null && Arrays.equals(SortableBytes.of(type, each), bytes)));
	}

	private ColumnType required(@Nullable ColumnType type, Object value) {
		if (type == null || !type.isOrdered()) {
			throw new InvalidDataAccessApiUsageException("Column '%s' cannot be compared so".formatted(this.name));
		}
		if (!type.javaType().isInstance(value)) {
			throw new InvalidDataAccessApiUsageException("Column '%s' is of type %s and cannot be compared with a %s"
				.formatted(this.name, type, value.getClass().getName()));
		}
		return type;
	}

}
