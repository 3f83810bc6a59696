package io.quiver.store.proxima.server;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;

/**
 * Makes messages of JSON as the server does: names in either spelling, unknown ones
 * ignored, and each kind of field choosy in its own way.
 *
 * @author Quiver
 */
final class JsonReader {

	private JsonReader() {
	}

	/**
	 * Read a message.
	 * @throws Refused if the text is no JSON object, or a member is of the wrong kind
	 */
	static Message read(Message prototype, String json) {
		Object value = JsonParser.parse(json).orElseThrow(Code.INVALID_ARGUMENT::refused);
		return message(prototype.newBuilderForType(), value);
	}

	/**
	 * Of members that exclude each other the one with the longer name comes last, and so
	 * wins.
	 */
	private static Message message(Message.Builder builder, Object value) {
		if (!(value instanceof Map<?, ?> members)) {
			throw Code.INVALID_ARGUMENT.refused();
		}
		members.forEach((name, member) -> builder.getDescriptorForType()
			.getFields()
			.stream()
			.filter((field) -> field.getName().equals(name) || field.getJsonName().equals(name))
			.forEach((field) -> set(builder, field, member)));
		return builder.build();
	}

	private static void set(Message.Builder builder, FieldDescriptor field, Object value) {
		builder.clearField(field);
		if (value == JsonParser.NULL) {
			return;
		}
		if (!field.isRepeated()) {
			builder.setField(field, single(builder, field, value));
		}
		else if (value instanceof List<?> elements) {
			elements.forEach((element) -> builder.addRepeatedField(field, single(builder, field, element)));
		}
		else {
			throw Code.INVALID_ARGUMENT.refused();
		}
	}

	private static Object single(Message.Builder builder, FieldDescriptor field, Object value) {
		return switch (field.getJavaType()) {
			case MESSAGE -> message(builder.newBuilderForField(field), value);
			case ENUM -> constant(field, value);
			case STRING -> as(String.class, value);
			case BYTE_STRING -> bytes(as(String.class, value));
			case BOOLEAN -> as(Boolean.class, value);
			case INT -> as(BigInteger.class, value).intValue();
			case LONG -> (value instanceof String text) ? leadingDigits(text) : as(BigInteger.class, value).longValue();
			case FLOAT -> number(value).floatValue();
			case DOUBLE -> number(value).doubleValue();
		};
	}

	private static <T> T as(Class<T> type, Object value) {
		if (!type.isInstance(value)) {
			throw Code.INVALID_ARGUMENT.refused();
		}
		return type.cast(value);
	}

	private static EnumValueDescriptor constant(FieldDescriptor field, Object value) {
		EnumValueDescriptor constant = (value instanceof String name) ? field.getEnumType().findValueByName(name)
				: field.getEnumType().findValueByNumber(as(BigInteger.class, value).intValue());
		if (constant == null) {
			throw Code.INVALID_ARGUMENT.refused();
		}
		return constant;
	}

	private static Number number(Object value) {
		if (value instanceof Number number) {
			return number;
		}
		return switch (as(String.class, value)) {
			case "NaN" -> Double.NaN;
			case "Infinity" -> Double.POSITIVE_INFINITY;
			case "-Infinity" -> Double.NEGATIVE_INFINITY;
			default -> throw Code.INVALID_ARGUMENT.refused();
		};
	}

	private static ByteString bytes(String base64) {
		try {
			return ByteString.copyFrom(Base64.getDecoder().decode(base64.getBytes(StandardCharsets.ISO_8859_1)));
		}
		catch (IllegalArgumentException ex) {
			// What the server makes of such text is not known.
			return ByteString.EMPTY;
		}
	}

	/**
	 * Read the number at the start of a text as C does: 0 if there is none, and a
	 * negative one wraps.
	 */
	static long leadingDigits(String text) {
		String digits = text.strip().replaceFirst("^([+-]?\\d*).*$", "$1");
		return digits.matches("[+-]?\\d+") ? new BigInteger(digits).longValue() : 0;
	}

}
