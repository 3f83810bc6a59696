package io.quiver.store.seekdb.model;

import java.util.Locale;
import java.util.regex.Pattern;

import org.springframework.util.Assert;

/**
 * The type of a field.
 *
 * @param kind what kind of values it holds
 * @param sql the type as the server writes it, such as {@code VARCHAR(512)}
 * @param dimension the number of elements of a dense vector, otherwise 0
 * @author Quiver
 * @since 0.1
 */
public record FieldType(Kind kind, String sql, int dimension) {

	private static final Pattern SQL = Pattern.compile("[A-Za-z]+(\\(\\d+(,\\d+)?\\))?( [A-Za-z]+)*");

	private static final String ARRAY = "ARRAY(";

	/** The greatest dimension of a column. */
	public static final int MAX_DIMENSION = 16_000;

	/** The greatest dimension of a column that has a vector index. */
	public static final int MAX_INDEXED_DIMENSION = 4_096;

	/** The greatest number of characters of a {@code VARCHAR}. */
	public static final int MAX_LENGTH = 262_144;

	/** True or false, kept as {@code tinyint(1)}. */
	public static final FieldType BOOLEAN = new FieldType(Kind.BOOLEAN, "BOOLEAN", 0);

	/** A whole number of 8 bits. */
	public static final FieldType TINYINT = new FieldType(Kind.INTEGER, "TINYINT", 0);

	/** A whole number of 16 bits. */
	public static final FieldType SMALLINT = new FieldType(Kind.INTEGER, "SMALLINT", 0);

	/** A whole number of 32 bits. */
	public static final FieldType INT = new FieldType(Kind.INTEGER, "INT", 0);

	/** A whole number of 64 bits. */
	public static final FieldType BIGINT = new FieldType(Kind.INTEGER, "BIGINT", 0);

	/** A number of single precision, of which the server sends six digits only. */
	public static final FieldType FLOAT = new FieldType(Kind.NUMBER, "FLOAT", 0);

	/** A number of double precision. */
	public static final FieldType DOUBLE = new FieldType(Kind.NUMBER, "DOUBLE", 0);

	/** Text of up to 64 KiB. */
	public static final FieldType TEXT = new FieldType(Kind.TEXT, "TEXT", 0);

	/** Text as long as a packet may be. */
	public static final FieldType LONGTEXT = new FieldType(Kind.TEXT, "LONGTEXT", 0);

	/**
	 * Bytes as many as a packet may hold: the driver escapes them, by which they may
	 * double, so that half a packet is sure to do.
	 */
	public static final FieldType LONGBLOB = new FieldType(Kind.BINARY, "LONGBLOB", 0);

	/** A day. */
	public static final FieldType DATE = new FieldType(Kind.TIME, "DATE", 0);

	/** A time of the day, to the microsecond. */
	public static final FieldType TIME = new FieldType(Kind.TIME, "TIME(6)", 0);

	/** A day and its time, to the microsecond, without a zone. */
	public static final FieldType DATETIME = new FieldType(Kind.TIME, "DATETIME(6)", 0);

	/** A point in time, to the microsecond, shown in the zone of the session. */
	public static final FieldType TIMESTAMP = new FieldType(Kind.TIME, "TIMESTAMP(6)", 0);

	/** A JSON document. */
	public static final FieldType JSON = new FieldType(Kind.JSON, "JSON", 0);

	/** A vector most of whose elements are zero, of any dimension up to 500,000. */
	public static final FieldType SPARSEVECTOR = new FieldType(Kind.SPARSE_VECTOR, "SPARSEVECTOR", 0);

	public FieldType {
		Assert.notNull(kind, "'kind' must not be null");
		Assert.notNull(sql, "'sql' must not be null");
		String element = sql;
		while (element.startsWith(ARRAY) && element.endsWith(")")) {
			element = element.substring(ARRAY.length(), element.length() - 1);
		}
		Assert.isTrue(SQL.matcher(element).matches(),
				() -> "'sql' must be the name of a type, such as 'INT UNSIGNED' or 'BIT(8)', not '" + sql + "'");
	}

	/**
	 * Return the type of a dense vector.
	 * @param dimension the number of elements, 1 to {@value #MAX_DIMENSION}
	 * @return the type
	 */
	public static FieldType vector(int dimension) {
		Assert.isTrue(dimension >= 1 && dimension <= MAX_DIMENSION,
				() -> "'dimension' must be between 1 and " + MAX_DIMENSION + ", not " + dimension);
		return new FieldType(Kind.VECTOR, "VECTOR(" + dimension + ")", dimension);
	}

	/**
	 * Return the type of text with a greatest length.
	 * @param maxLength the greatest number of characters, 1 to {@value #MAX_LENGTH}; at
	 * most 4,096 in a key
	 * @return the type
	 */
	public static FieldType varchar(int maxLength) {
		return new FieldType(Kind.TEXT, "VARCHAR(" + length(maxLength) + ")", 0);
	}

	/**
	 * Return the type of bytes with a greatest number, which compares as the bytes do.
	 * @param maxLength the greatest number of bytes, 1 to {@value #MAX_LENGTH}; at most
	 * 16,384 in a key
	 * @return the type
	 */
	public static FieldType varbinary(int maxLength) {
		return new FieldType(Kind.BINARY, "VARBINARY(" + length(maxLength) + ")", 0);
	}

	/**
	 * Return the type of an exact number.
	 * @param precision the number of digits in all, 1 to 65
	 * @param scale the number of digits behind the point, 0 to 30 and no more than
	 * {@code precision}
	 * @return the type
	 */
	public static FieldType decimal(int precision, int scale) {
		Assert.isTrue(precision >= 1 && precision <= 65,
				() -> "'precision' must be between 1 and 65, not " + precision);
		Assert.isTrue(scale >= 0 && scale <= Math.min(30, precision),
				() -> "'scale' must be between 0 and " + Math.min(30, precision) + ", not " + scale);
		return new FieldType(Kind.NUMBER, "DECIMAL(" + precision + "," + scale + ")", 0);
	}

	/**
	 * Return the type of an array.
	 * @param element the type of its elements, which may be an array itself
	 * @return the type
	 */
	public static FieldType array(FieldType element) {
		Assert.notNull(element, "'element' must not be null");
		Assert.isTrue(element.kind.element, () -> "There is no array of " + element.sql);
		return new FieldType(Kind.ARRAY, ARRAY + element.sql + ")", 0);
	}

	/**
	 * Return any other type of the server by its name.
	 * @param sql the type, such as {@code INT UNSIGNED} or {@code BIT(8)}: words and up
	 * to two numbers in parentheses, nothing else
	 * @return the type
	 */
	public static FieldType named(String sql) {
		Assert.notNull(sql, "'sql' must not be null");
		return new FieldType(Kind.of(sql), sql, 0);
	}

	private static int length(int maxLength) {
		Assert.isTrue(maxLength >= 1 && maxLength <= MAX_LENGTH,
				() -> "'maxLength' must be between 1 and " + MAX_LENGTH + ", not " + maxLength);
		return maxLength;
	}

	@Override
	public String toString() {
		return this.sql;
	}

	/**
	 * The kinds of values.
	 */
	public enum Kind {

		/** True or false. */
		BOOLEAN(true),

		/** A whole number. */
		INTEGER(true),

		/** A number with a fraction. */
		NUMBER(true),

		/** Text. */
		TEXT(true),

		/** Bytes. */
		BINARY(false),

		/** A day, a time or both. */
		TIME(true),

		/** A JSON document. */
		JSON(false),

		/** An array. */
		ARRAY(true),

		/** A dense vector. */
		VECTOR(false),

		/** A sparse vector. */
		SPARSE_VECTOR(false),

		/** Anything else. */
		OTHER(false);

		private final boolean element;

		Kind(boolean element) {
			this.element = element;
		}

		/**
		 * Return the kind of a type as the server writes it.
		 * @param sql the type, in any case
		 * @return the kind
		 */
		public static Kind of(String sql) {
			return switch (word(sql.strip()).toUpperCase(Locale.ROOT)) {
				case "BOOL", "BOOLEAN" -> BOOLEAN;
				case "TINYINT", "SMALLINT", "MEDIUMINT", "INT", "INTEGER", "BIGINT" -> INTEGER;
				case "FLOAT", "DOUBLE", "DECIMAL", "NUMERIC" -> NUMBER;
				case "CHAR", "VARCHAR", "STRING", "TINYTEXT", "TEXT", "MEDIUMTEXT", "LONGTEXT" -> TEXT;
				case "BINARY", "VARBINARY", "TINYBLOB", "BLOB", "MEDIUMBLOB", "LONGBLOB" -> BINARY;
				case "DATE", "TIME", "DATETIME", "TIMESTAMP" -> TIME;
				case "JSON" -> JSON;
				case "ARRAY" -> ARRAY;
				case "VECTOR" -> VECTOR;
				case "SPARSEVECTOR" -> SPARSE_VECTOR;
				default -> OTHER;
			};
		}

		private static String word(String sql) {
			int end = 0;
			while (end < sql.length() && sql.charAt(end) != '(' && sql.charAt(end) != ' ') {
				end++;
			}
			return sql.substring(0, end);
		}

	}

}
