package io.quiver.store.proxima.server;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

import io.quiver.store.proxima.proto.Document;
import io.quiver.store.proxima.proto.QueryRequest.KnnQueryParam;
import io.quiver.store.proxima.proto.QueryResponse.Result;

/**
 * How queries are answered.
 *
 * @author Quiver
 */
enum Answers {

	/** With what is nearest, all documents being compared. */
	EXACT {

		@Override
		boolean keeps(int documents) {
			return true;
		}

		@Override
		Result nearest(Collection<Stored> documents, IndexColumn column, float[] vector, KnnQueryParam param) {
			long limit = Math.min(Integer.toUnsignedLong(param.getTopk()), documents.size());
			PriorityQueue<Scored> nearest = new PriorityQueue<>(Scored.ORDER.reversed());
			for (Stored stored : documents) {
				float[] other = stored.row().vectors().get(column.name());
				if (other != null) {
					Scored scored = new Scored(column.metric().score(vector, other), stored);
					if (scored.within(param.getRadius())) {
						offer(nearest, scored, limit);
					}
				}
			}
			Result.Builder result = Result.newBuilder();
			nearest.stream().sorted(Scored.ORDER).forEach((scored) -> result.addDocuments(scored.document()));
			return result.build();
		}

	},

	/**
	 * For benchmarks only, so that they measure the client and not this server: with any
	 * documents, not compared at all. Of a collection only the first documents are kept;
	 * further inserts succeed, and are forgotten.
	 */
	CANNED {

		@Override
		boolean keeps(int documents) {
			return documents < 10_000;
		}

		@Override
		Result nearest(Collection<Stored> documents, IndexColumn column, float[] vector, KnnQueryParam param) {
			Result.Builder result = Result.newBuilder();
			documents.stream()
				.limit(Integer.toUnsignedLong(param.getTopk()))
				.forEach((stored) -> result.addDocuments(new Scored(result.getDocumentsCount(), stored).document()));
			return result.build();
		}

	};

	/** Whether a collection of that many documents keeps one more. */
	abstract boolean keeps(int documents);

	abstract Result nearest(Collection<Stored> documents, IndexColumn column, float[] vector, KnnQueryParam param);

	/** One result for each of the vectors. */
	List<Result> search(Collection<Stored> documents, IndexColumn column, float[] vectors, KnnQueryParam param) {
		int dimension = (int) column.dimension();
		return IntStream.range(0, vectors.length / dimension)
			.mapToObj((i) -> Arrays.copyOfRange(vectors, i * dimension, (i + 1) * dimension))
			.map((vector) -> nearest(documents, column, vector, param))
			.toList();
	}

	private static void offer(PriorityQueue<Scored> nearest, Scored scored, long limit) {
		if (nearest.size() < limit) {
			nearest.add(scored);
		}
		else if (limit > 0 && Scored.ORDER.compare(scored, nearest.element()) < 0) {
			nearest.remove();
			nearest.add(scored);
		}
	}

	/**
	 * A document that was found.
	 *
	 * @param score how far it is
	 * @param stored the document
	 */
	private record Scored(float score, Stored stored) {

		/**
		 * Of equal ones the first that was written; the real server knows no order here.
		 */
		static final Comparator<Scored> ORDER = (left, right) -> {
			int order = Float.compare(left.score(), right.score());
			return (order != 0) ? order : Long.compare(left.stored().id(), right.stored().id());
		};

		boolean within(float radius) {
			return !(radius > 0) || this.score <= radius;
		}

		Document document() {
			return this.stored.document().toBuilder().setScore(this.score).build();
		}

	}

}
