package io.quiver.store.embedded;

import java.io.IOException;
import java.util.Objects;
import java.util.function.Predicate;

import io.quiver.data.policy.Deadline;
import org.apache.lucene.index.FilteredTermsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * Finds rows by looking at every distinct string of a field.
 *
 * @author Quiver
 */
final class TermScanQuery extends MultiTermQuery {

	private static final RewriteMethod WITHIN_TIME = new RewriteMethod() {

		@Override
		public Query rewrite(IndexSearcher searcher, MultiTermQuery query) throws IOException {
			return CONSTANT_SCORE_REWRITE.rewrite(searcher,
					new TermScanQuery((TermScanQuery) query, SearchDeadline.of(searcher)));
		}

	};

	private final BytesRef prefix;

	private final Predicate<String> test;

	private final Deadline deadline;

	/**
	 * Create a query.
	 * @param field the field
	 * @param prefix how the terms begin; the string is what follows
	 * @param test which strings are wanted
	 */
	TermScanQuery(String field, byte[] prefix, Predicate<String> test) {
		super(field, WITHIN_TIME);
		this.prefix = new BytesRef(prefix);
		this.test = test;
		this.deadline = Deadline.none();
	}

	private TermScanQuery(TermScanQuery query, Deadline deadline) {
		super(query.field, WITHIN_TIME);
		this.prefix = query.prefix;
		this.test = query.test;
		this.deadline = deadline;
	}

	@Override
	protected TermsEnum getTermsEnum(Terms terms, AttributeSource attributes) throws IOException {
		FilteredTermsEnum scan = new FilteredTermsEnum(terms.iterator()) {

			{
				setInitialSeekTerm(TermScanQuery.this.prefix);
			}

			@Override
			protected AcceptStatus accept(BytesRef term) {
				TermScanQuery.this.deadline.check();
				if (!StringHelper.startsWith(term, TermScanQuery.this.prefix)) {
					return AcceptStatus.END;
				}
				return isWanted(term) ? AcceptStatus.YES : AcceptStatus.NO;
			}

		};
		return scan;
	}

	private boolean isWanted(BytesRef term) {
		int skipped = this.prefix.length;
		return this.test.test(Wtf8.decode(term.bytes, term.offset + skipped, term.length - skipped));
	}

	@Override
	public void visit(QueryVisitor visitor) {
		visitor.visitLeaf(this);
	}

	@Override
	public String toString(String field) {
		return "scan(" + getField() + ")";
	}

	@Override
	public boolean equals(Object other) {
		return super.equals(other) && other instanceof TermScanQuery query && this.prefix.equals(query.prefix)
				&& this.test.equals(query.test);
	}

	@Override
	public int hashCode() {
		return Objects.hash(super.hashCode(), this.prefix, this.test);
	}

}
