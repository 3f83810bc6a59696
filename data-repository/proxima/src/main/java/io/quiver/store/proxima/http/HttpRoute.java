package io.quiver.store.proxima.http;

import com.google.protobuf.Message;
import io.quiver.store.proxima.proto.CollectionConfig;
import io.quiver.store.proxima.proto.CollectionName;
import io.quiver.store.proxima.proto.GetDocumentRequest;
import io.quiver.store.proxima.proto.ListCondition;
import io.quiver.store.proxima.proto.QueryRequest;
import io.quiver.store.proxima.proto.WriteRequest;
import io.quiver.store.proxima.wire.ProximaMethod;

import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.http.HttpMethod;

/**
 * Where a call goes. The server does not decode what stands in a path, so that names must
 * need no encoding.
 *
 * @param verb the method of HTTP
 * @param path the path with its parameters
 * @param hasBody whether the request itself is sent
 * @author Quiver
 */
record HttpRoute(HttpMethod verb, String path, boolean hasBody) {

	private static final String COLLECTION = "/v1/collection/";

	static HttpRoute of(ProximaMethod<?, ?> method, Message request) {
		if (request instanceof CollectionConfig config) {
			return post(COLLECTION + plain(config.getCollectionName()));
		}
		if (request instanceof CollectionName name) {
			return collection(method, COLLECTION + plain(name.getCollectionName()));
		}
		if (request instanceof WriteRequest write) {
			return post(COLLECTION + plain(write.getCollectionName()) + "/index");
		}
		if (request instanceof QueryRequest query) {
			return post(COLLECTION + plain(query.getCollectionName()) + "/query");
		}
		if (request instanceof GetDocumentRequest get) {
			return get(COLLECTION + plain(get.getCollectionName()) + "/doc?key="
					+ Long.toUnsignedString(get.getPrimaryKey()));
		}
		if (request instanceof ListCondition condition) {
			String repository = condition.getRepositoryName();
			return get((repository.isEmpty()) ? "/v1/collections" : "/v1/collections?repository=" + plain(repository));
		}
		return get("/service_version");
	}

	private static HttpRoute collection(ProximaMethod<?, ?> method, String path) {
		if (method == ProximaMethod.DROP_COLLECTION) {
			return new HttpRoute(HttpMethod.DELETE, path, false);
		}
		return get((method == ProximaMethod.STATS_COLLECTION) ? path + "/stats" : path);
	}

	private static HttpRoute get(String path) {
		return new HttpRoute(HttpMethod.GET, path, false);
	}

	private static HttpRoute post(String path) {
		return new HttpRoute(HttpMethod.POST, path, true);
	}

	private static String plain(String name) {
		if (!name.matches("[A-Za-z0-9_.-]+")) {
			throw new InvalidDataAccessApiUsageException(
					"A name of other characters than letters, digits, '_', '-' and '.' cannot be sent over HTTP; use gRPC");
		}
		return name;
	}

}
