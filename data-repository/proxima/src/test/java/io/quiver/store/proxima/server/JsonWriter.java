package io.quiver.store.proxima.server;

import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;

/**
 * Prints messages as the server does: names as in the schema, short ones first; 64-bit
 * numbers in quotes; floats with six digits.
 *
 * @author Quiver
 */
final class JsonWriter {

	/** The documented interface: every field but messages and choices that are unset. */
	static final JsonWriter ALL = new JsonWriter(true);

	/**
	 * The other door's own dialect: fields in the schema's order, and those that are set.
	 */
	static final JsonWriter SET_ONLY = new JsonWriter(false);

	private static final Comparator<FieldDescriptor> ORDER = Comparator.comparing(FieldDescriptor::getName,
			JsonParser.MEMBERS);

	private final Map<Descriptor, List<FieldDescriptor>> fields = new ConcurrentHashMap<>();

	private final boolean all;

	private JsonWriter(boolean all) {
		this.all = all;
	}

	String write(Message message) {
		StringBuilder json = new StringBuilder();
		message(message, json);
		return json.toString();
	}

	private List<FieldDescriptor> fields(Descriptor type) {
		return this.fields.computeIfAbsent(type,
				(key) -> this.all ? key.getFields().stream().sorted(ORDER).toList() : key.getFields());
	}

	private boolean shows(Message message, FieldDescriptor field) {
		if (field.isRepeated()) {
			return this.all || message.getRepeatedFieldCount(field) > 0;
		}
		return message.hasField(field) || (this.all && !field.hasPresence());
	}

	private void message(Message message, StringBuilder json) {
		String separator = "{";
		for (FieldDescriptor field : fields(message.getDescriptorForType())) {
			if (shows(message, field)) {
				json.append(separator).append('"').append(field.getName()).append("\":");
				field(field, message.getField(field), json);
				separator = ",";
			}
		}
		json.append(separator.equals("{") ? "{}" : "}");
	}

	private void field(FieldDescriptor field, Object value, StringBuilder json) {
		if (!field.isRepeated()) {
			single(field, value, json);
			return;
		}
		String separator = "[";
		for (Object element : (List<?>) value) {
			json.append(separator);
			single(field, element, json);
			separator = ",";
		}
		json.append(separator.equals("[") ? "[]" : "]");
	}

	private void single(FieldDescriptor field, Object value, StringBuilder json) {
		switch (field.getType()) {
			case MESSAGE -> message((Message) value, json);
			case ENUM -> string(((EnumValueDescriptor) value).getName(), json);
			case STRING -> string((String) value, json);
			case BYTES -> string(Base64.getEncoder().encodeToString(((ByteString) value).toByteArray()), json);
			case FLOAT, DOUBLE -> json.append(SixDigits.print(((Number) value).doubleValue()));
			case UINT32 -> json.append(Integer.toUnsignedString((Integer) value));
			case UINT64 -> string(Long.toUnsignedString((Long) value), json);
			case INT64 -> string(value.toString(), json);
			default -> json.append(value);
		}
	}

	private static void string(String value, StringBuilder json) {
		json.append('"');
		value.chars().forEach((next) -> character((char) next, json));
		json.append('"');
	}

	private static void character(char next, StringBuilder json) {
		switch (next) {
			case '"', '\\' -> json.append('\\').append(next);
			case '\n' -> json.append("\\n");
			case '\t' -> json.append("\\t");
			case '\r' -> json.append("\\r");
			case '\b' -> json.append("\\b");
			case '\f' -> json.append("\\f");
			default -> json.append((next < ' ') ? "\\u%04x".formatted((int) next) : String.valueOf(next));
		}
	}

}
