package io.quiver.store.proxima.model;

import java.util.List;

/**
 * What a search has found.
 *
 * @param results the documents of each vector of the search, in the order of the vectors,
 * nearest first; equal scores stand in no particular order
 * @param debugInfo what the server did, if that was asked for, else empty
 * @param latencyMicros how long it took the server, in microseconds
 * @author Quiver
 * @since 0.1
 */
public record QueryResponse(List<List<Document>> results, String debugInfo, long latencyMicros) {

	public QueryResponse {
		results = List.copyOf(results);
	}

	/**
	 * Return the documents of the first vector, which is the only one of most searches.
	 * @return the documents, nearest first
	 */
	public List<Document> documents() {
		return (this.results.isEmpty()) ? List.of() : this.results.get(0);
	}

}
