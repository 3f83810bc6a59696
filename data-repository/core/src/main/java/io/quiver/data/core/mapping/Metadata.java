package io.quiver.data.core.mapping;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.InvalidDataAccessApiUsageException;

/**
 * Brings the values of free metadata to the few types that every store compares alike.
 *
 * @param property the property that holds the metadata
 * @author Quiver
 * @since 0.1
 */
public record Metadata(String property) {

	Map<String, @Nullable Object> toColumn(Map<?, ?> map) {
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		map.forEach((key, value) -> {
			if (!(key instanceof String name)) {
				throw new InvalidDataAccessApiUsageException(
						"Metadata '%s' has a key that is no string: %s".formatted(this.property, key));
			}
			values.put(name, (value != null) ? value(name, value) : null);
		});
		return values;
	}

	/**
	 * Bring one value to the type that it is kept and compared in.
	 * @param key the key of the metadata
	 * @param value the value
	 * @return a string, boolean, long, double, instant or list of these
	 */
	public Object value(String key, Object value) {
		if (value instanceof String || value instanceof Boolean || value instanceof Long || value instanceof Instant) {
			return value;
		}
		if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
			return ((Number) value).longValue();
		}
		if (value instanceof Double || value instanceof Float) {
			return finite(key, ((Number) value).doubleValue());
		}
		if (value instanceof Enum<?> constant) {
			return constant.name();
		}
		if (value instanceof UUID || value instanceof Character) {
			return value.toString();
		}
		if (value instanceof LocalDateTime) {
			throw refused(key, "is a LocalDateTime, which has no zone and would be read back as an Instant",
					"give an Instant, such as time.toInstant(ZoneOffset.UTC), or a string");
		}
		if (value instanceof Date date) {
			return Instant.ofEpochMilli(date.getTime());
		}
		if (value instanceof BigInteger number && number.bitLength() < Long.SIZE) {
			return number.longValue();
		}
		if (value instanceof Collection<?> collection) {
			return list(key, collection);
		}
		throw refused(key, "is of type " + value.getClass().getName(),
				"use strings, booleans, longs, doubles, instants or lists of these");
	}

	private List<Object> list(String key, Collection<?> collection) {
		List<Object> values = new ArrayList<>(collection.size());
		for (Object element : collection) {
			if (element == null) {
				throw refused(key, "has null in a list", "leave it out");
			}
			values.add(value(key, element));
		}
		return values;
	}

	private Double finite(String key, double value) {
		if (!Double.isFinite(value)) {
			throw refused(key, "is " + value, "give a finite number, or leave it out");
		}
		return value;
	}

	private InvalidDataAccessApiUsageException refused(String key, String problem, String cure) {
		return new InvalidDataAccessApiUsageException(
				"Metadata '%s.%s' %s; %s".formatted(this.property, key, problem, cure));
	}

}
