package io.quiver.store.proxima.model;

/**
 * The type of a value or of the elements of a vector.
 *
 * @author Quiver
 * @since 0.1
 */
public enum DataType {

	/** None, or one that this client does not know. */
	UNDEFINED(0, 0),

	/** Bytes, as {@code byte[]}. */
	BINARY(1, 0),

	/** Text. */
	STRING(2, 0),

	/** True or false. */
	BOOL(3, 0),

	/** 32 bits with a sign, as {@code Integer}. */
	INT32(4, 0),

	/** 64 bits with a sign, as {@code Long}. */
	INT64(5, 0),

	/** 32 bits without a sign, as {@code Long}. */
	UINT32(6, 0),

	/** 64 bits without a sign, as the {@code Long} of the same bits. */
	UINT64(7, 0),

	/** A single-precision number. */
	FLOAT(8, 0),

	/** A double-precision number. */
	DOUBLE(9, 0),

	/** Bits in words of 32; the dimension counts bits. */
	VECTOR_BINARY32(20, 1),

	/** Bits in words of 64; the dimension counts bits. */
	VECTOR_BINARY64(21, 1),

	/** Half-precision numbers. */
	VECTOR_FP16(22, 16),

	/** Single-precision numbers. */
	VECTOR_FP32(23, 32),

	/** Double-precision numbers. */
	VECTOR_FP64(24, 64),

	/** Integers from -8 to 7, two in a byte. */
	VECTOR_INT4(25, 4),

	/** Integers from -128 to 127. */
	VECTOR_INT8(26, 8),

	/** Integers from -32,768 to 32,767. */
	VECTOR_INT16(27, 16);

	private static final DataType[] BY_CODE = new DataType[28];

	static {
		for (DataType type : values()) {
			BY_CODE[type.code] = type;
		}
	}

	private final int code;

	private final int bits;

	DataType(int code, int bits) {
		this.code = code;
		this.bits = bits;
	}

	/**
	 * Return the number of this type on the wire.
	 * @return the number
	 */
	public int code() {
		return this.code;
	}

	/**
	 * Tell whether this is the type of a vector.
	 * @return whether an index column may have it
	 */
	public boolean isVector() {
		return this.bits > 0;
	}

	/**
	 * Return the size of a vector.
	 * @param dimension the number of elements, of bits for the two binary types
	 * @return the number of bytes, rounded up
	 */
	public long bytes(int dimension) {
		return ((long) dimension * this.bits + 7) / 8;
	}

	/**
	 * Return how many elements stand in one piece; a dimension must be a multiple of it.
	 * @return 32 or 64 for the binary types, 2 for INT4, else 1
	 */
	public int multiple() {
		return switch (this) {
			case VECTOR_BINARY32 -> 32;
			case VECTOR_BINARY64 -> 64;
			case VECTOR_INT4 -> 2;
			default -> 1;
		};
	}

	/**
	 * Return the type of a number on the wire.
	 * @param code the number
	 * @return the type, {@link #UNDEFINED} for a number that is not known
	 */
	public static DataType of(int code) {
		DataType type = (code >= 0 && code < BY_CODE.length) ? BY_CODE[code] : null;
		return (type != null) ? type : UNDEFINED;
	}

}
