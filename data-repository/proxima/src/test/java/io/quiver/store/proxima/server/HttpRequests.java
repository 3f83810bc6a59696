package io.quiver.store.proxima.server;

import java.util.Arrays;
import java.util.Optional;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;

/**
 * Makes requests of what comes in at the HTTP door: from the path, the query part and the
 * body.
 *
 * @author Quiver
 */
final class HttpRequests {

	private HttpRequests() {
	}

	/**
	 * Make a request.
	 * @throws Refused if the body cannot be read or a parameter is missing
	 */
	static Message read(Operation operation, String collection, String query, String body) {
		return switch (operation.name()) {
			case "get_version" -> operation.request();
			case "list_collections" ->
				with(operation.request(), "repository_name", parameter(query, "repository").orElse(""));
			case "get_document_by_key" -> with(with(operation.request(), "collection_name", collection), "primary_key",
					JsonReader.leadingDigits(parameter(query, "key").orElseThrow(Code.INVALID_ARGUMENT::refused)));
			case "write", "query" -> with(JsonReader.read(operation.request(), body), "collection_name", collection);
			case "create_collection" -> named(JsonReader.read(operation.request(), body), collection);
			default -> with(operation.request(), "collection_name", collection);
		};
	}

	/** Only here a name in the body comes before that in the path. */
	private static Message named(Message config, String collection) {
		boolean named = !"".equals(config.getField(field(config, "collection_name")));
		return named ? config : with(config, "collection_name", collection);
	}

	private static Optional<String> parameter(String query, String name) {
		return Arrays.stream(query.split("&"))
			.filter((pair) -> pair.startsWith(name + "="))
			.map((pair) -> pair.substring(name.length() + 1))
			.findFirst();
	}

	private static FieldDescriptor field(Message message, String name) {
		return message.getDescriptorForType().findFieldByName(name);
	}

	private static Message with(Message message, String name, Object value) {
		return message.toBuilder().setField(field(message, name), value).build();
	}

}
