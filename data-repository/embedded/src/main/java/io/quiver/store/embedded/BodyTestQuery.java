package io.quiver.store.embedded;

import java.io.IOException;
import java.util.Objects;
import java.util.function.Predicate;

import io.quiver.data.policy.Deadline;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Finds rows by looking into their bodies, one after the other: for the few values that
 * are too long to be terms.
 *
 * @author Quiver
 */
final class BodyTestQuery extends Query {

	private final EmbeddedRows rows;

	private final int column;

	private final Predicate<@Nullable Object> test;

	BodyTestQuery(EmbeddedRows rows, int column, Predicate<@Nullable Object> test) {
		this.rows = rows;
		this.column = column;
		this.test = test;
	}

	@Override
	public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
		Deadline deadline = SearchDeadline.of(searcher);
		return new ConstantScoreWeight(this, boost) {

			@Override
			public ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
				BinaryDocValues bodies = DocValues.getBinary(context.reader(), Fields.BODY);
				TwoPhaseIterator iterator = new TwoPhaseIterator(bodies) {

					@Override
					public boolean matches() throws IOException {
						deadline.check();
						return BodyTestQuery.this.matches(bodies.binaryValue());
					}

					@Override
					public float matchCost() {
						return 1000;
					}

				};
				return ConstantScoreScorerSupplier.fromIterator(TwoPhaseIterator.asDocIdSetIterator(iterator), score(),
						mode, context.reader().maxDoc());
			}

			@Override
			public boolean isCacheable(LeafReaderContext context) {
				return false;
			}

		};
	}

	private boolean matches(BytesRef body) {
		ByteReader bytes = new ByteReader(body.bytes, body.offset, body.length);
		int[] wanted = { this.column };
		return this.test.test(this.rows.read(bytes, wanted, EmbeddedRows.VectorSource.NONE).get(0));
	}

	@Override
	public void visit(QueryVisitor visitor) {
		visitor.visitLeaf(this);
	}

	@Override
	public String toString(String field) {
		return "body(" + this.column + ")";
	}

	@Override
	public boolean equals(Object other) {
		return sameClassAs(other) && other instanceof BodyTestQuery query && this.column == query.column
				&& this.test.equals(query.test);
	}

	@Override
	public int hashCode() {
		return Objects.hash(classHash(), this.column, this.test);
	}

}
