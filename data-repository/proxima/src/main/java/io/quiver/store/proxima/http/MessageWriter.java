package io.quiver.store.proxima.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Writes messages in the server's dialect of JSON. It does not undo escapes, so that
 * there must be none: text is sent as it is, and what would need an escape is refused.
 *
 * @author Quiver
 */
final class MessageWriter {

	private final StringBuilder json = new StringBuilder();

	private MessageWriter() {
	}

	static byte[] write(Message message) {
		MessageWriter writer = new MessageWriter();
		writer.message(message);
		return writer.json.toString().getBytes(StandardCharsets.UTF_8);
	}

	private void message(Message message) {
		char separator = '{';
		for (Map.Entry<FieldDescriptor, Object> member : message.getAllFields().entrySet()) {
			FieldDescriptor field = member.getKey();
			this.json.append(separator).append('"').append(field.getName()).append("\":");
			if (field.isRepeated()) {
				list(field, (List<?>) member.getValue());
			}
			else {
				value(field, member.getValue());
			}
			separator = ',';
		}
		this.json.append((separator == '{') ? "{}" : "}");
	}

	private void list(FieldDescriptor field, List<?> values) {
		char separator = '[';
		for (Object value : values) {
			this.json.append(separator);
			value(field, value);
			separator = ',';
		}
		this.json.append(']');
	}

	private void value(FieldDescriptor field, Object value) {
		switch (field.getType()) {
			case MESSAGE -> message((Message) value);
			case ENUM -> this.json.append(((EnumValueDescriptor) value).getNumber());
			case STRING -> string(field, (String) value);
			case BYTES -> quoted(Base64.getEncoder().encodeToString(((ByteString) value).toByteArray()));
			case UINT64 -> quoted(Long.toUnsignedString((Long) value));
			case INT64 -> quoted(value.toString());
			case UINT32 -> this.json.append(Integer.toUnsignedLong((Integer) value));
			case FLOAT, DOUBLE -> real(((Number) value).doubleValue(), value);
			default -> this.json.append(value);
		}
	}

	private void real(double number, Object value) {
		if (Double.isFinite(number)) {
			this.json.append(value);
		}
		else {
			quoted(value.toString());
		}
	}

	private void string(FieldDescriptor field, String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '"' || c == '\\' || c < ' ') {
				throw new InvalidDataAccessApiUsageException(
						"A string in %s has a quote, a backslash or a control character, which the server would store damaged over HTTP: use gRPC, or send it as bytes"
							.formatted(field.getName()));
			}
		}
		quoted(text);
	}

	private void quoted(String text) {
		this.json.append('"').append(text).append('"');
	}

}
