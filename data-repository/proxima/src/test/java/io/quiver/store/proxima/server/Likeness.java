package io.quiver.store.proxima.server;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.quiver.store.proxima.proto.CollectionInfo;
import io.quiver.store.proxima.proto.Document;

/**
 * Takes out of answers what differs from run to run, so that the rest can be compared.
 *
 * @author Quiver
 */
final class Likeness {

	private static final Set<String> VARIABLE = Set.of("latency_us", "index_file_size", "total_index_file_size",
			"collection_path");

	private static final Pattern DOCUMENT = Pattern
		.compile("\\{\"score\":([^,]*),\"primary_key\":.*?\\]\\}(?=,\\{\"score\"|\\])");

	private Likeness() {
	}

	/**
	 * The JSON text without times, sizes, numbers drawn by the server and the order of
	 * equals.
	 */
	static String of(String json) {
		String text = json.replaceAll("\"uuid\":\"[0-9a-f]{32}\"", "\"uuid\":\"*\"")
			.replaceAll("\"(latency_us|index_file_size|total_index_file_size)\":\"\\d+\"", "\"$1\":\"*\"")
			.replaceAll("\"magic_number\":\"[1-9]\\d*\"", "\"magic_number\":\"*\"")
			.replaceAll("\"collection_path\":\"[^\"]+\"", "\"collection_path\":\"*\"");
		return sortedDocuments(sortedCollections(withoutTimes(text)));
	}

	private static String withoutTimes(String debugInfo) {
		return debugInfo.replaceAll("(\\\\?\"(latency|prepare|execute|merge_and_sort|validate|query_id)\\\\?\":)\\d+",
				"$1*");
	}

	private static String sortedCollections(String json) {
		int start = json.indexOf("\"collections\":[{") + 15;
		if (start < 15) {
			return json;
		}
		String inner = json.substring(start, json.length() - 2);
		return json.substring(0, start)
				+ Arrays.stream(inner.split(",(?=\\{\"uuid\":)")).sorted().collect(Collectors.joining(","))
				+ json.substring(json.length() - 2);
	}

	/** Neighbours of equal score are put in an order of their own. */
	private static String sortedDocuments(String json) {
		List<MatchResult> found = DOCUMENT.matcher(json).results().toList();
		StringBuilder sorted = new StringBuilder(json);
		for (int i = 0; i < found.size();) {
			List<MatchResult> equal = new ArrayList<>(List.of(found.get(i)));
			while (++i < found.size() && found.get(i).start() == equal.get(equal.size() - 1).end() + 1
					&& found.get(i).group(1).equals(equal.get(0).group(1))) {
				equal.add(found.get(i));
			}
			String ordered = equal.stream().map(MatchResult::group).sorted().collect(Collectors.joining(","));
			sorted.replace(equal.get(0).start(), equal.get(equal.size() - 1).end(), ordered);
		}
		return sorted.toString();
	}

	/** The message without the same. */
	static Message of(Message message) {
		Message.Builder like = message.toBuilder();
		message.getAllFields().forEach((field, value) -> {
			if (field.isRepeated() && field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
				List<Message> elements = ((List<?>) value).stream().map((element) -> of((Message) element)).toList();
				like.setField(field, elements.stream().sorted(order(field)).toList());
			}
			else if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
				like.setField(field, of((Message) value));
			}
			else {
				like.setField(field, single(field, value));
			}
		});
		return like.build();
	}

	private static Object single(FieldDescriptor field, Object value) {
		if (VARIABLE.contains(field.getName())) {
			return (value instanceof Long) ? (Object) 1L : "*";
		}
		return switch (field.getName()) {
			case "debug_info" -> withoutTimes((String) value);
			case "uuid" -> ((String) value).replaceFirst("^[0-9a-f]{32}$", "*");
			case "magic_number" -> 1L;
			default -> value;
		};
	}

	private static Comparator<Message> order(FieldDescriptor field) {
		return switch (field.getName()) {
			case "documents" -> Comparator.comparing((Message document) -> ((Document) document).getScore())
				.thenComparing((document) -> ((Document) document).getPrimaryKey());
			case "collections" ->
				Comparator.comparing((info) -> ((CollectionInfo) info).getConfig().getCollectionName());
			default -> (left, right) -> 0;
		};
	}

}
