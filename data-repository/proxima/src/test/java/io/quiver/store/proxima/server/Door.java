package io.quiver.store.proxima.server;

import com.google.protobuf.Message;

/**
 * The two ports of the server. Both understand HTTP 1.1 and HTTP 2, but each serves one
 * interface only.
 *
 * @author Quiver
 */
enum Door {

	GRPC {

		@Override
		JsonWriter writer() {
			return JsonWriter.SET_ONLY;
		}

		@Override
		Message read(Operation operation, String collection, String query, String body) {
			return JsonReader.read(operation.request(), body);
		}

	},

	HTTP {

		@Override
		JsonWriter writer() {
			return JsonWriter.ALL;
		}

		@Override
		Message read(Operation operation, String collection, String query, String body) {
			return HttpRequests.read(operation, collection, query, body);
		}

	};

	/** How answers are printed. */
	abstract JsonWriter writer();

	/** Make a request of what came by HTTP 1.1. */
	abstract Message read(Operation operation, String collection, String query, String body);

}
