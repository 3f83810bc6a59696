package io.quiver.store.embedded;

import java.io.IOException;

import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.KnnVectorsWriter;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;

/**
 * Lucene's own codec with graphs as the settings want them and vectors longer than Lucene
 * allows by itself. Segments name Lucene's formats, so that every Lucene reads them.
 *
 * @author Quiver
 */
final class EmbeddedCodec extends Lucene104Codec {

	private final KnnVectorsFormat vectors;

	EmbeddedCodec(EmbeddedSettings settings) {
		this.vectors = new LongVectorsFormat(switch (settings.quantization()) {
			case NONE ->
				new Lucene99HnswVectorsFormat(settings.m(), settings.beamWidth(), 1, null, settings.tinySegments());
			case INT8 -> new Lucene104HnswScalarQuantizedVectorsFormat(ScalarEncoding.UNSIGNED_BYTE, settings.m(),
					settings.beamWidth(), 1, null, settings.tinySegments());
		});
	}

	@Override
	public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
		return this.vectors;
	}

	private static final class LongVectorsFormat extends KnnVectorsFormat {

		private final KnnVectorsFormat format;

		private LongVectorsFormat(KnnVectorsFormat format) {
			super(format.getName());
			this.format = format;
		}

		@Override
		public KnnVectorsWriter fieldsWriter(SegmentWriteState state) throws IOException {
			return this.format.fieldsWriter(state);
		}

		@Override
		public KnnVectorsReader fieldsReader(SegmentReadState state) throws IOException {
			return this.format.fieldsReader(state);
		}

		@Override
		public int getMaxDimensions(String field) {
			return EmbeddedAbilities.MAX_DIMENSION;
		}

	}

}
