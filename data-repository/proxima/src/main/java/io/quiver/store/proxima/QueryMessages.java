package io.quiver.store.proxima;

import java.util.Map;

import io.quiver.store.proxima.model.VectorQuery;
import io.quiver.store.proxima.proto.QueryRequest;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Searches as they are sent: always bytes, with type, dimension and number of the
 * vectors, which the server takes without exception.
 *
 * @author Quiver
 */
final class QueryMessages {

	private QueryMessages() {
	}

	static QueryRequest of(VectorQuery query) {
		if (query.topK() < 0) {
			throw new InvalidDataAccessApiUsageException("topK %d must not be negative".formatted(query.topK()));
		}
		if (query.radius() != null && !Float.isFinite(query.radius())) {
			throw new InvalidDataAccessApiUsageException("A radius must be a finite number");
		}
		QueryVectors vectors = QueryVectors.of(query);
		QueryRequest.KnnQueryParam.Builder knn = QueryRequest.KnnQueryParam.newBuilder()
			.setColumnName(Names.column(query.column()))
			.setTopk(query.topK())
			.setFeatures(vectors.bytes())
			.setBatchCount(vectors.count())
			.setDimension(vectors.dimension())
			.setDataTypeValue(query.dataType().code())
			.setIsLinear(query.linear());
		if (query.radius() != null) {
			knn.setRadius(query.radius());
		}
		for (Map.Entry<String, String> param : query.extraParams().entrySet()) {
			knn.addExtraParams(CollectionMessages.pair(param));
		}
		return QueryRequest.newBuilder()
			.setCollectionName(Names.collection(query.collection()))
			.setDebugMode(query.debug())
			.setKnnParam(knn)
			.build();
	}

}
