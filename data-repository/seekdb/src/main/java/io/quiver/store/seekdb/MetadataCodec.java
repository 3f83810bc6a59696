package io.quiver.store.seekdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.quiver.data.store.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * Free metadata as a JSON document. A point in time, which JSON does not have, and a
 * number that the server would read as another are objects of one member that holds their
 * text.
 *
 * @author Quiver
 */
final class MetadataCodec implements ValueCodec {

	/** The member that makes a point in time of an object. */
	static final String TIME = "$time";

	/** The member that makes a number of an object. */
	static final String NUMBER = "$number";

	@Override
	public @Nullable String problem(Object value) {
		if (!(value instanceof Map<?, ?> entries)) {
			return "takes maps, not " + value.getClass().getName();
		}
		for (Map.Entry<?, ?> entry : entries.entrySet()) {
			if (!(entry.getKey() instanceof String key)) {
				return "has a key that is no string: " + entry.getKey();
			}
			String problem = ValueCodecs.problem(ColumnType.STRING, key);
			if (problem == null && entry.getValue() != null) {
				problem = elementProblem(entry.getValue());
			}
			if (problem != null) {
				return "has a value at '%s' that free metadata cannot hold: it %s".formatted(key, problem);
			}
		}
		return null;
	}

	private static @Nullable String elementProblem(@Nullable Object value) {
		if (value instanceof List<?> elements) {
			for (Object element : elements) {
				String problem = elementProblem(element);
				if (problem != null) {
					return problem;
				}
			}
			return null;
		}
		ColumnType type = type(value);
		return (type != null) ? ValueCodecs.problem(type, value)
				: "is a " + ((value != null) ? value.getClass().getName() : "null in a list");
	}

	/**
	 * Return the type of a single value.
	 * @return the type, or {@code null} if metadata has no such values
	 */
	static @Nullable ColumnType type(@Nullable Object value) {
		if (value instanceof String) {
			return ColumnType.STRING;
		}
		if (value instanceof Boolean) {
			return ColumnType.BOOLEAN;
		}
		if (value instanceof Long) {
			return ColumnType.LONG;
		}
		if (value instanceof Double) {
			return ColumnType.DOUBLE;
		}
		return (value instanceof Instant) ? ColumnType.TIMESTAMP : null;
	}

	@Override
	public Object write(Object value) {
		JsonWriter json = new JsonWriter().raw('{');
		String separator = "";
		for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
			json.raw(separator).string((String) entry.getKey()).raw(':');
			write(json, entry.getValue());
			separator = ",";
		}
		return json.raw('}').toString();
	}

	private static void write(JsonWriter json, @Nullable Object value) {
		if (value instanceof String text) {
			json.string(text);
		}
		else if (value instanceof Instant time) {
			json.raw('{').string(TIME).raw(':').string(TimeText.write(time)).raw('}');
		}
		else if (value instanceof Double number && !JsonNumber.isKept(number.toString())) {
			json.raw('{').string(NUMBER).raw(':').string(number.toString()).raw('}');
		}
		else if (value instanceof List<?> elements) {
			json.raw('[');
			String separator = "";
			for (Object element : elements) {
				write(json.raw(separator), element);
				separator = ",";
			}
			json.raw(']');
		}
		else {
			json.raw(String.valueOf(value));
		}
	}

	/** A single value as JSON. */
	static String json(Object value) {
		JsonWriter json = new JsonWriter();
		write(json, value);
		return json.toString();
	}

	@Override
	public @Nullable Object read(ResultSet row, int place) throws SQLException {
		String text = row.getString(place);
		return (text != null) ? members(JsonReader.read(text)) : null;
	}

	private static @Nullable Object members(@Nullable Object document) {
		if (!(document instanceof Map<?, ?> members)) {
			return document;
		}
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		members.forEach((name, member) -> values.put((String) name, value(member)));
		return values;
	}

	/** Objects that somebody else has put into a document stay what they are. */
	private static @Nullable Object value(@Nullable Object value) {
		if (value instanceof List<?> elements) {
			return elements.stream().map(MetadataCodec::value).collect(Collectors.toList());
		}
		if (value instanceof Map<?, ?> members && members.size() == 1) {
			if (members.get(TIME) instanceof String time) {
				return TimeText.read(time);
			}
			if (members.get(NUMBER) instanceof String number) {
				return Double.valueOf(number);
			}
		}
		return members(value);
	}

}
