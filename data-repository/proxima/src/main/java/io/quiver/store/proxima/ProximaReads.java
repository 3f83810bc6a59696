package io.quiver.store.proxima;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.quiver.data.core.query.Metric;
import io.quiver.data.core.query.SearchOptions;
import io.quiver.data.core.query.SimilarityRange;
import io.quiver.data.policy.Attempt;
import io.quiver.data.policy.Operation;
import io.quiver.data.store.Column.VectorColumn;
import io.quiver.data.store.Hit;
import io.quiver.data.store.Key;
import io.quiver.data.store.NearestRequest;
import io.quiver.data.store.Projection;
import io.quiver.data.store.Row;
import io.quiver.data.store.StoreOperations;
import io.quiver.store.proxima.proto.DataType;
import io.quiver.store.proxima.proto.Document;
import io.quiver.store.proxima.proto.GetDocumentRequest;
import io.quiver.store.proxima.proto.GetDocumentResponse;
import io.quiver.store.proxima.proto.QueryRequest;
import io.quiver.store.proxima.proto.QueryRequest.KnnQueryParam;
import io.quiver.store.proxima.proto.QueryResponse;
import io.quiver.store.proxima.wire.ProximaMethod;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessException;

/**
 * Reads of the port.
 *
 * @author Quiver
 */
final class ProximaReads {

	/**
	 * What a similarity may differ by after it was computed in single precision, twice
	 * what a range itself allows for.
	 */
	private static final double SEAM = 2e-6;

	private final ProximaCalls calls;

	ProximaReads(ProximaCalls calls) {
		this.calls = calls;
	}

	/**
	 * Read rows by key: one call, with a request for each key and many under way at once.
	 */
	List<@Nullable Row> get(ProximaRows columns, List<Key> keys, Projection projection, SearchOptions options) {
		if (keys.isEmpty()) {
			return List.of();
		}
		Operation operation = StoreOperations.GET.on(columns.spec().name()).within(options.timeout());
		return this.calls.door().call(operation, (attempt) -> {
			Pipeline<GetDocumentResponse> done = new Pipeline<>(keys.size(),
					(place) -> columns.key(keys.get(place).parts().get(0)),
					(place) -> get(columns, keys.get(place), keys.size() == 1, attempt),
					(answer) -> answer.getStatus().getCode() != StatusCodes.SUCCESS)
				.begin()
				.await(attempt.deadline());
			return rows(done, keys.size(), columns.reader(projection), operation, attempt);
		});
	}

	private CompletableFuture<GetDocumentResponse> get(ProximaRows columns, Key key, boolean alone, Attempt attempt) {
		GetDocumentRequest message = GetDocumentRequest.newBuilder()
			.setCollectionName(columns.spec().name())
			.setPrimaryKey(columns.key(key.parts().get(0)))
			.build();
		ProximaMethod<GetDocumentRequest, GetDocumentResponse> method = ProximaMethod.GET_DOCUMENT_BY_KEY;
		return (alone) ? ProximaWrites.completed(() -> this.calls.exchange(method, message, attempt.deadline()))
				: this.calls.exchangeAsync(method, message, attempt.deadline());
	}

	private static List<@Nullable Row> rows(Pipeline<GetDocumentResponse> done, int size, ProximaRows.Reader reader,
			Operation operation, Attempt attempt) {
		for (int place = 0; place < size; place++) {
			DataAccessException failure = done.failure(place);
			if (failure != null) {
				throw failure;
			}
			GetDocumentResponse answer = done.answer(place);
			if (answer != null && answer.getStatus().getCode() != StatusCodes.SUCCESS) {
				ProximaErrors.refuse(operation, answer.getStatus(), attempt);
			}
		}
		@Nullable Row[] rows = new @Nullable Row[size];
		int found = 0;
		for (int place = 0; place < size; place++) {
			GetDocumentResponse answer = done.answer(place);
			if (answer != null && answer.hasDocument()) {
				rows[place] = reader.read(answer.getDocument());
				found++;
			}
		}
		attempt.returned(found);
		return Arrays.asList(rows);
	}

	List<Hit> nearest(ProximaRows columns, NearestRequest request) {
		return this.calls.call(query(columns, request));
	}

	CompletableFuture<List<Hit>> nearestAsync(ProximaRows columns, NearestRequest request) {
		return this.calls.callAsync(() -> query(columns, request));
	}

	private static ProximaRequest<QueryRequest, QueryResponse, List<Hit>> query(ProximaRows columns,
			NearestRequest request) {
		return new ProximaRequest<>(StoreOperations.nearest(request), ProximaMethod.QUERY, message(columns, request),
				(answer, attempt) -> hits(columns, request, answer, attempt), ProximaErrors::refuse);
	}

	private static QueryRequest message(ProximaRows columns, NearestRequest request) {
		VectorColumn column = columns.vector(request.column());
		KnnQueryParam.Builder knn = KnnQueryParam.newBuilder()
			.setColumnName(column.name())
			.setTopk((int) Math.min(Integer.MAX_VALUE, (long) request.offset() + request.limit()))
			.setFeatures(ProximaRows.searched(column, request.vector()))
			.setBatchCount(1)
			.setDimension(column.dimension())
			.setDataType(DataType.DT_VECTOR_FP32)
			.setIsLinear(request.options().exact());
		float radius = radius(column.metric(), request.range());
		if (radius > 0) {
			knn.setRadius(radius);
		}
		return QueryRequest.newBuilder().setCollectionName(columns.spec().name()).setKnnParam(knn).build();
	}

	/**
	 * Return the greatest score that can be inside a range. Only under Euclidean is it
	 * sent: the score is the square of the distance then, and a positive number, while
	 * the server takes a radius of zero or less for none.
	 * @return the radius, or 0 for none
	 */
	static float radius(Metric metric, SimilarityRange range) {
		double least = range.lower() - SEAM;
		return (metric == Metric.EUCLIDEAN && least > SEAM) ? Math.nextUp((float) (1 / least - 1)) : 0;
	}

	private static List<Hit> hits(ProximaRows columns, NearestRequest request, QueryResponse answer, Attempt attempt) {
		List<Document> documents = (answer.getResultsCount() > 0) ? answer.getResults(0).getDocumentsList() : List.of();
		Metric metric = columns.vector(request.column()).metric();
		SimilarityRange range = request.range();
		boolean all = range.isAll();
		ProximaRows.Reader reader = columns.reader(request.projection());
		List<Hit> hits = new ArrayList<>(Math.max(0, documents.size() - request.offset()));
		int accepted = 0;
		for (Document document : documents) {
			double score = VectorIndex.rawScore(metric, document.getScore());
			if ((all || range.contains(metric.toSimilarity(score))) && accepted++ >= request.offset()
					&& hits.size() < request.limit()) {
				hits.add(new Hit(reader.read(document), score));
			}
		}
		attempt.returned(hits.size());
		return hits;
	}

}
