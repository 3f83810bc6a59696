package io.quiver.store.proxima.http;

import java.util.Base64;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.quiver.store.proxima.json.JsonReader;
import io.quiver.store.proxima.json.MalformedJsonException;
import io.quiver.store.proxima.proto.Status;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages in the server's dialect of JSON. Members and names of enums that are not
 * known are left out.
 *
 * @author Quiver
 */
final class MessageReader {

	private final JsonReader json;

	/** Whether a status has said how the call went. */
	private boolean coded;

	private MessageReader(JsonReader json) {
		this.json = json;
	}

	/**
	 * Read an answer, in which the server never leaves out the code of the status, even
	 * of success.
	 */
	static void readAnswer(JsonReader json, Message.Builder answer) {
		if (!read(json, answer).coded) {
			throw new MalformedJsonException(
					"it has no status with a code, so that it is no answer of Proxima BE; look at what else is at this address");
		}
	}

	static MessageReader read(JsonReader json, Message.Builder message) {
		MessageReader reader = new MessageReader(json);
		try {
			reader.message(message);
			return reader;
		}
		catch (IllegalArgumentException ex) {
			// of numbers and of Base64
			throw new MalformedJsonException("A value is not of its type: " + ex.getMessage());
		}
	}

	private void message(Message.Builder message) {
		this.json.beginObject();
		while (this.json.hasNext()) {
			FieldDescriptor field = message.getDescriptorForType().findFieldByName(this.json.name());
			if (field == null) {
				this.json.skip();
			}
			else if (field.isRepeated()) {
				list(message, field);
			}
			else {
				Object value = value(message, field);
				if (value != null) {
					message.setField(field, value);
					this.coded |= isCode(field);
				}
			}
		}
	}

	private static boolean isCode(FieldDescriptor field) {
		return field.getContainingType() == Status.getDescriptor() && field.getNumber() == Status.CODE_FIELD_NUMBER;
	}

	private void list(Message.Builder message, FieldDescriptor field) {
		this.json.beginArray();
		while (this.json.hasNext()) {
			Object value = value(message, field);
			if (value != null) {
				message.addRepeatedField(field, value);
			}
		}
	}

	private @Nullable Object value(Message.Builder message, FieldDescriptor field) {
		if (this.json.isObject() && field.getType() == FieldDescriptor.Type.MESSAGE) {
			Message.Builder value = message.newBuilderForField(field);
			message(value);
			return value.build();
		}
		boolean quoted = this.json.isString();
		String word = (quoted) ? this.json.string() : this.json.bare();
		if (!quoted && word.equals("null")) {
			return null;
		}
		return scalar(field, word);
	}

	private static @Nullable Object scalar(FieldDescriptor field, String word) {
		return switch (field.getType()) {
			case ENUM -> constant(field, word);
			case STRING -> word;
			case BYTES -> ByteString.copyFrom(Base64.getDecoder().decode(word));
			case UINT64 -> Long.parseUnsignedLong(word);
			case INT64 -> Long.parseLong(word);
			case UINT32 -> Integer.parseUnsignedInt(word);
			case INT32 -> Integer.parseInt(word);
			case FLOAT -> single(word);
			case DOUBLE -> real(word);
			case BOOL -> Boolean.parseBoolean(word);
			default -> throw new MalformedJsonException("no object for " + field.getName());
		};
	}

	private static @Nullable EnumValueDescriptor constant(FieldDescriptor field, String word) {
		return (Character.isDigit(word.charAt(0)))
				? field.getEnumType().findValueByNumberCreatingIfUnknown(Integer.parseInt(word))
				: field.getEnumType().findValueByName(word);
	}

	/** Not by way of double precision, which would round twice. */
	private static float single(String word) {
		double number = real(word);
		return (Double.isFinite(number)) ? Float.parseFloat(word) : (float) number;
	}

	/** C's words for what is no number. */
	private static double real(String word) {
		return switch (word) {
			case "nan", "-nan" -> Double.NaN;
			case "inf" -> Double.POSITIVE_INFINITY;
			case "-inf" -> Double.NEGATIVE_INFINITY;
			default -> Double.parseDouble(word);
		};
	}

}
