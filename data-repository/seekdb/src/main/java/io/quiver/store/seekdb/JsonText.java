package io.quiver.store.seekdb;

import java.util.Map;
import java.util.function.UnaryOperator;

import io.quiver.store.seekdb.model.DenseVector;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Text of JSON, made of maps, lists, strings, numbers, booleans, vectors and null.
 *
 * @author Quiver
 */
final class JsonText {

	/** The server's own limit; what goes deeper holds itself, most likely. */
	private static final int MAX_DEPTH = 100;

	private final StringBuilder text = new StringBuilder();

	private final UnaryOperator<String> strings;

	private int depth;

	private JsonText(UnaryOperator<String> strings) {
		this.strings = strings;
	}

	static String of(@Nullable Object value) {
		JsonText json = new JsonText((string) -> string);
		json.value(value);
		return json.text.toString();
	}

	/**
	 * Make text for the server's hybrid search, which puts the strings of its JSON into
	 * SQL without escaping them: every quote and backslash is doubled before.
	 */
	static String forHybridSearch(Map<String, ? extends @Nullable Object> value) {
		JsonText json = new JsonText((string) -> string.replace("\\", "\\\\").replace("'", "''"));
		json.value(value);
		return json.text.toString();
	}

	private void value(@Nullable Object value) {
		if (value instanceof Map<?, ?> || value instanceof Iterable<?>) {
			nested(value);
		}
		else if (value instanceof float[] vector) {
			vector(vector);
		}
		else if (value instanceof DenseVector vector) {
			vector(vector.elements());
		}
		else if (value == null || value instanceof Boolean) {
			this.text.append(value);
		}
		else if (value instanceof Number number) {
			this.text.append(number(number));
		}
		else if (value instanceof CharSequence || value instanceof Enum<?> || value instanceof Character) {
			string(this.strings.apply(value.toString()));
		}
		else {
			throw new InvalidDataAccessApiUsageException("A value of " + value.getClass()
					+ " cannot be written as JSON: give a text, a number, a boolean, a map or a list");
		}
	}

	private void nested(Object value) {
		if (++this.depth > MAX_DEPTH) {
			throw new InvalidDataAccessApiUsageException(
					"Maps and lists within each other, more than " + MAX_DEPTH + " deep, cannot be written as JSON");
		}
		if (value instanceof Map<?, ?> map) {
			object(map);
		}
		else if (value instanceof Iterable<?> elements) {
			array(elements);
		}
		this.depth--;
	}

	/** Names become quoted names in SQL, which is done properly. */
	private void object(Map<?, ?> map) {
		String separator = "{";
		for (Map.Entry<?, ?> member : map.entrySet()) {
			this.text.append(separator);
			if (member.getKey() == null) {
				throw new InvalidDataAccessApiUsageException("A map with the key null cannot be written as JSON");
			}
			string(member.getKey().toString());
			this.text.append(':');
			value(member.getValue());
			separator = ",";
		}
		this.text.append((map.isEmpty()) ? "{}" : "}");
	}

	private void array(Iterable<?> elements) {
		this.text.append('[');
		String separator = "";
		for (Object element : elements) {
			this.text.append(separator);
			value(element);
			separator = ",";
		}
		this.text.append(']');
	}

	private void vector(float[] vector) {
		this.text.append('[');
		for (int i = 0; i < vector.length; i++) {
			this.text.append((i > 0) ? "," : "").append(number(vector[i]));
		}
		this.text.append(']');
	}

	private static String number(Number number) {
		if (!Double.isFinite(number.doubleValue()) && (number instanceof Double || number instanceof Float)) {
			throw new InvalidDataAccessApiUsageException(number + " cannot be written as JSON: numbers must be finite");
		}
		return number.toString();
	}

	private void string(String string) {
		this.text.append('"');
		for (int i = 0; i < string.length(); i++) {
			char c = string.charAt(i);
			if (c == '"' || c == '\\') {
				this.text.append('\\').append(c);
			}
			else if (c < ' ') {
				this.text.append(String.format("\\u%04x", (int) c));
			}
			else {
				this.text.append(c);
			}
		}
		this.text.append('"');
	}

}
