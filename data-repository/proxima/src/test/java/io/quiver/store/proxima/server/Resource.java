package io.quiver.store.proxima.server;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quiver.store.proxima.proto.Status;

/**
 * What can be asked for by path at the HTTP door. The first that matches serves.
 *
 * @author Quiver
 */
enum Resource {

	VERSION("/service_version", Map.of()),

	COLLECTIONS("/v1/collections", Map.of("GET", "list_collections")),

	STATS("/v1/collection/([^/]*)(?:/.*)?/stats/?", Map.of("GET", "stats_collection")),

	INDEX("/v1/collection/([^/]*)(?:/.*)?/index/?", Map.of("POST", "write")),

	DOCUMENT("/v1/collection/([^/]*)(?:/.*)?/doc/?", Map.of("GET", "get_document_by_key")),

	QUERY("/v1/collection/([^/]*)(?:/.*)?/query/?", Map.of("POST", "query")),

	/** A collection's name is all the rest of the path, slashes included. */
	COLLECTION("/v1/collection/(.*)",
			Map.of("POST", "create_collection", "GET", "describe_collection", "DELETE", "drop_collection"));

	private static final String WRONG_METHOD = ": invalid http method";

	private final Pattern path;

	private final Map<String, String> methods;

	Resource(String path, Map<String, String> methods) {
		this.path = Pattern.compile(path);
		this.methods = methods;
	}

	static Optional<Resource> at(String path) {
		return Arrays.stream(values()).filter((resource) -> resource.path.matcher(path).matches()).findFirst();
	}

	/** The name of the collection, as it stands in the path: nothing is decoded. */
	String collection(String path) {
		Matcher matcher = this.path.matcher(path);
		return (matcher.matches() && matcher.groupCount() > 0) ? matcher.group(1) : "";
	}

	/** The call that a method stands for; the version is given for any. */
	Optional<Operation> operation(String method) {
		return (this == VERSION) ? Optional.of(Operation.named("get_version"))
				: Optional.ofNullable(this.methods.get(method)).map(Operation::named);
	}

	/** Whether wrong methods are told the right one. */
	Optional<String> allowed() {
		return (this.methods.size() == 1) ? this.methods.keySet().stream().findAny() : Optional.empty();
	}

	/** The call whose form of answer tells that a method is wrong. */
	Operation refusing() {
		return Operation.named(this.methods.getOrDefault("POST", this.methods.getOrDefault("GET", "")));
	}

	Status wrongMethod() {
		Status status = Code.INVALID_QUERY.status();
		String reason = allowed().isPresent() ? status.getReason() + WRONG_METHOD : WRONG_METHOD;
		return status.toBuilder().setReason(reason).build();
	}

}
