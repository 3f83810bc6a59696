package io.quiver.store.seekdb.model;

import org.jspecify.annotations.Nullable;

/**
 * A column as it is in the server.
 *
 * @param name the name
 * @param type the type as the server writes it, such as {@code VECTOR(3)} or
 * {@code bigint(20)}
 * @param primary whether it is part of the primary key
 * @param autoId whether the server counts values up where none is given
 * @param nullable whether a row may be without a value
 * @param defaultValue what a row has for which no value is given, as text, or
 * {@code null} for none
 * @param collation how text is compared, or {@code null} if it is none
 * @param comment a remark for people; empty for none
 * @author Quiver
 * @since 0.1
 */
public record ColumnInfo(String name, String type, boolean primary, boolean autoId, boolean nullable,
		@Nullable String defaultValue, @Nullable String collation, String comment) {

	/**
	 * Return what kind of values it holds.
	 * @return the kind; {@code tinyint(1)} is a boolean
	 */
	public FieldType.Kind kind() {
		return (this.type.equalsIgnoreCase("tinyint(1)")) ? FieldType.Kind.BOOLEAN : FieldType.Kind.of(this.type);
	}

	/**
	 * Return the number of elements of a dense vector.
	 * @return the dimension, 0 for everything else
	 */
	public int dimension() {
		if (kind() != FieldType.Kind.VECTOR) {
			return 0;
		}
		return Integer.parseInt(this.type.substring(this.type.indexOf('(') + 1, this.type.indexOf(')')).strip());
	}

}
