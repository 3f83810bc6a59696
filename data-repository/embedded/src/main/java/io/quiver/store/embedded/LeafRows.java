package io.quiver.store.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Row;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.BytesRef;

/**
 * Reads the rows of one segment, by rising place.
 *
 * @author Quiver
 */
final class LeafRows {

	private final CollectionSpec spec;

	private final EmbeddedRows rows;

	private final LeafReader reader;

	private final BinaryDocValues bodies;

	private final Map<Integer, LeafVectors> vectors = new HashMap<>(2);

	LeafRows(CollectionSpec spec, EmbeddedRows rows, LeafReader reader) throws IOException {
		this.spec = spec;
		this.rows = rows;
		this.reader = reader;
		BinaryDocValues values = reader.getBinaryDocValues(Fields.BODY);
		if (values == null) {
			throw new FormatException("a segment has no rows");
		}
		this.bodies = values;
	}

	Row read(int doc, int[] wanted) throws IOException {
		if (!this.bodies.advanceExact(doc)) {
			throw new FormatException("a row has no body");
		}
		BytesRef body = this.bodies.binaryValue();
		return this.rows.read(new ByteReader(body.bytes, body.offset, body.length), wanted,
				(column) -> vector(column, doc));
	}

	private float[] vector(int column, int doc) {
		try {
			LeafVectors values = this.vectors.get(column);
			if (values == null) {
				values = new LeafVectors(this.reader, this.spec.columns().get(column).name());
				this.vectors.put(column, values);
			}
			return values.vector(doc);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static final class LeafVectors {

		private final FloatVectorValues values;

		private final KnnVectorValues.DocIndexIterator iterator;

		private LeafVectors(LeafReader reader, String field) throws IOException {
			FloatVectorValues vectors = reader.getFloatVectorValues(field);
			if (vectors == null) {
				throw new FormatException("a segment has no vectors");
			}
			this.values = vectors;
			this.iterator = vectors.iterator();
		}

		private float[] vector(int doc) throws IOException {
			if (this.iterator.docID() < doc) {
				this.iterator.advance(doc);
			}
			if (this.iterator.docID() != doc) {
				throw new FormatException("a row has no vector");
			}
			return this.values.vectorValue(this.iterator.index()).clone();
		}

	}

}
