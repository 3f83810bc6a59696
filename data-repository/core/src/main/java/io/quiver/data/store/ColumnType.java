package io.quiver.data.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The types of single values, each with the one Java class that carries it through the
 * port. A store that has no such type keeps the value in one from which it can be read
 * back unchanged and compared in the same order, or refuses the column.
 *
 * @author Quiver
 * @since 0.1
 */
public enum ColumnType {

	/** True or false; false is less than true. */
	BOOLEAN(Boolean.class),
	/** 32-bit integer. */
	INTEGER(Integer.class),
	/** 64-bit integer. */
	LONG(Long.class),
	/** 32-bit float, finite; the two zeros are equal. */
	FLOAT(Float.class),
	/** 64-bit float, finite; the two zeros are equal. */
	DOUBLE(Double.class),
	/** Decimal number; compared by value, read back with its scale. */
	DECIMAL(BigDecimal.class),
	/** Unicode text; compared by code points. */
	STRING(String.class),
	/** 128-bit identifier; compared as its text in small letters. */
	UUID(UUID.class),
	/** Point in time, to the nanosecond unless the store says otherwise. */
	TIMESTAMP(Instant.class),
	/** Day of the calendar. */
	DATE(LocalDate.class),
	/** Bytes; neither compared nor sorted. */
	BINARY(byte[].class);

	private final Class<?> javaType;

	ColumnType(Class<?> javaType) {
		this.javaType = javaType;
	}

	/**
	 * Return the class of this type's values.
	 * @return the Java class
	 */
	public Class<?> javaType() {
		return this.javaType;
	}

	/**
	 * Return whether values have an order, so that they can be compared and sorted.
	 * @return whether this type is ordered
	 */
	public boolean isOrdered() {
		return this != BINARY;
	}

}
