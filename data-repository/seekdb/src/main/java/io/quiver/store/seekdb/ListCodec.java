package io.quiver.store.seekdb;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import io.quiver.data.store.ColumnType;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessResourceUsageException;

/**
 * Lists as JSON arrays. What JSON has no type for is text; a decimal is an array of its
 * shortest text, by which it is found, and its scale.
 *
 * @param elementType the type of the elements
 * @author Quiver
 */
record ListCodec(ColumnType elementType) implements ValueCodec {

	@Override
	public @Nullable String problem(Object value) {
		if (!(value instanceof List<?> elements)) {
			return "takes lists, not " + value.getClass().getName();
		}
		for (Object element : elements) {
			String problem = ValueCodecs.problem(this.elementType, element);
			if (problem != null) {
				return problem;
			}
		}
		return null;
	}

	@Override
	public Object write(Object value) {
		JsonWriter json = new JsonWriter().raw('[');
		String separator = "";
		for (Object element : (List<?>) value) {
			json.raw(separator);
			if (element instanceof BigDecimal decimal) {
				json.raw('[').raw(element(decimal)).raw(',').raw(Integer.toString(decimal.scale())).raw(']');
			}
			else {
				json.raw(element(element));
			}
			separator = ",";
		}
		return json.raw(']').toString();
	}

	/**
	 * Return an element as the JSON by which it is found; a decimal without its scale.
	 */
	String element(Object element) {
		return switch (this.elementType) {
			case BOOLEAN, INTEGER, LONG -> element.toString();
			case FLOAT, DOUBLE -> JsonNumber.write(element.toString());
			case DECIMAL -> JsonWriter.quote(((BigDecimal) element).stripTrailingZeros().toPlainString());
			case TIMESTAMP -> JsonWriter.quote(TimeText.write((Instant) element));
			case BINARY -> JsonWriter.quote(Base64.getEncoder().encodeToString((byte[]) element));
			case STRING, UUID, DATE -> JsonWriter.quote(element.toString());
		};
	}

	@Override
	public @Nullable Object read(ResultSet row, int place) throws SQLException {
		String text = row.getString(place);
		if (text == null) {
			return null;
		}
		try {
			List<?> elements = (List<?>) JsonReader.read(text);
			List<Object> read = new ArrayList<>((elements != null) ? elements.size() : 0);
			if (elements != null) {
				elements.forEach((element) -> read.add(read(element)));
			}
			return read;
		}
		catch (RuntimeException ex) {
			throw new InvalidDataAccessResourceUsageException(
					"The server's array is no list of %s: %s".formatted(this.elementType, text), ex);
		}
	}

	private Object read(Object element) {
		return switch (this.elementType) {
			case BOOLEAN -> (Boolean) element;
			case INTEGER -> Math.toIntExact((Long) element);
			case LONG -> (Long) element;
			case FLOAT -> Float.valueOf(element.toString());
			case DOUBLE -> Double.valueOf(element.toString());
			case DECIMAL -> decimal((List<?>) element);
			case STRING -> (String) element;
			case UUID -> UUID.fromString((String) element);
			case TIMESTAMP -> TimeText.read((String) element);
			case DATE -> LocalDate.parse((String) element);
			case BINARY -> Base64.getDecoder().decode((String) element);
		};
	}

	private static BigDecimal decimal(List<?> element) {
		return new BigDecimal((String) element.get(0)).setScale(((Long) element.get(1)).intValue());
	}

}
