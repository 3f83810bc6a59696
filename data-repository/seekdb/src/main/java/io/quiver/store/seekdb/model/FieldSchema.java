package io.quiver.store.seekdb.model;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A field of a table.
 *
 * @param name the name, of up to 128 characters; names that differ only in case are one
 * @param type the type
 * @param primary whether it is part of the primary key
 * @param autoId whether the server counts values up where none is given
 * @param nullable whether a row may be without a value
 * @param defaultValue what a row has for which no value is given, or {@code null} for
 * none. {@link CurrentTimestamp} for the time of the write
 * @param collation how text is compared, such as {@code utf8mb4_bin}, or {@code null} for
 * the server's own, which ignores case, accents and blanks at the end
 * @param comment a remark for people, or {@code null}
 * @author Quiver
 * @since 0.1
 */
public record FieldSchema(String name, FieldType type, boolean primary, boolean autoId, boolean nullable,
		@Nullable Object defaultValue, @Nullable String collation, @Nullable String comment) {

	/** The collation by which text is the same only if its characters are. */
	public static final String BINARY_COLLATION = "utf8mb4_bin";

	public FieldSchema {
		Assert.hasText(name, "'name' must not be empty");
		Assert.notNull(type, "'type' must not be null");
		Assert.isTrue(!autoId || type.kind() == FieldType.Kind.INTEGER,
				() -> "The auto id '" + name + "' must be a whole number, not " + type);
		Assert.isTrue(!primary || !nullable,
				() -> "The field '" + name + "' is part of the primary key and must not be nullable");
		boolean vector = type.kind() == FieldType.Kind.VECTOR || type.kind() == FieldType.Kind.SPARSE_VECTOR;
		Assert.isTrue(!primary || !vector, () -> "The vector '" + name + "' must not be part of the primary key");
		Assert.isTrue(defaultValue == null || !vector, () -> "The vector '" + name + "' must not have a default value");
		Assert.isTrue(defaultValue == null || !autoId,
				() -> "The auto id '" + name + "' must not have a default value as well");
		Assert.isTrue(defaultValue != CurrentTimestamp.INSTANCE || type.kind() == FieldType.Kind.TIME,
				() -> "The field '" + name + "' must be a time to have the current one by default, not " + type);
		Assert.isTrue(collation == null || collation.matches("\\w+"),
				() -> "'collation' must be the name of a collation, not '" + collation + "'");
		Assert.isTrue(collation == null || type.kind() == FieldType.Kind.TEXT,
				() -> "The field '" + name + "' must be text to have a collation, not " + type);
	}

	/**
	 * Return a field that every row has a value of.
	 * @param name the name
	 * @param type the type
	 * @return the field
	 */
	public static FieldSchema of(String name, FieldType type) {
		return new FieldSchema(name, type, false, false, false, null, null, null);
	}

	/**
	 * Return a field of the primary key.
	 * @param name the name
	 * @param type the type
	 * @return the field
	 */
	public static FieldSchema primary(String name, FieldType type) {
		return of(name, type).withPrimary();
	}

	/**
	 * Return a field of the primary key that the server counts up.
	 * @param name the name
	 * @return the field, a whole number of 64 bits
	 */
	public static FieldSchema autoId(String name) {
		return primary(name, FieldType.BIGINT).withAutoId();
	}

	/**
	 * Return a field of dense vectors.
	 * @param name the name
	 * @param dimension the number of elements
	 * @return the field
	 */
	public static FieldSchema vector(String name, int dimension) {
		return of(name, FieldType.vector(dimension));
	}

	/**
	 * Return this field as a part of the primary key.
	 * @return the field
	 */
	public FieldSchema withPrimary() {
		return new FieldSchema(this.name, this.type, true, this.autoId, false, this.defaultValue, this.collation,
				this.comment);
	}

	/**
	 * Return this field with values that the server counts up.
	 * @return the field
	 */
	public FieldSchema withAutoId() {
		return new FieldSchema(this.name, this.type, this.primary, true, this.nullable, this.defaultValue,
				this.collation, this.comment);
	}

	/**
	 * Return this field as one that a row may be without.
	 * @return the field
	 */
	public FieldSchema withNullable() {
		return new FieldSchema(this.name, this.type, this.primary, this.autoId, true, this.defaultValue, this.collation,
				this.comment);
	}

	/**
	 * Return this field with a default value.
	 * @param defaultValue what a row has for which no value is given
	 * @return the field
	 */
	public FieldSchema withDefault(Object defaultValue) {
		Assert.notNull(defaultValue, "'defaultValue' must not be null");
		return new FieldSchema(this.name, this.type, this.primary, this.autoId, this.nullable, defaultValue,
				this.collation, this.comment);
	}

	/**
	 * Return this field with the time of the write where no value is given.
	 * @return the field
	 */
	public FieldSchema withCurrentTimestamp() {
		return withDefault(CurrentTimestamp.INSTANCE);
	}

	/**
	 * Return this field of text with a collation.
	 * @param collation the name of the collation, such as {@value #BINARY_COLLATION}
	 * @return the field
	 */
	public FieldSchema withCollation(String collation) {
		Assert.hasText(collation, "'collation' must not be empty");
		return new FieldSchema(this.name, this.type, this.primary, this.autoId, this.nullable, this.defaultValue,
				collation, this.comment);
	}

	/**
	 * Return this field with a remark.
	 * @param comment the remark
	 * @return the field
	 */
	public FieldSchema withComment(String comment) {
		Assert.notNull(comment, "'comment' must not be null");
		return new FieldSchema(this.name, this.type, this.primary, this.autoId, this.nullable, this.defaultValue,
				this.collation, comment);
	}

	/**
	 * The time of the write as a default value.
	 */
	public enum CurrentTimestamp {

		/** The only one. */
		INSTANCE

	}

}
