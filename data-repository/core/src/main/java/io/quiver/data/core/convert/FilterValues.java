package io.quiver.data.core.convert;

import java.math.BigDecimal;

import io.quiver.data.core.mapping.ColumnMapping;
import io.quiver.data.core.mapping.ValueCodec;

import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;

/**
 * Brings the values of a filter to the types of their columns.
 *
 * @author Quiver
 */
final class FilterValues {

	private final ConversionService conversionService;

	FilterValues(ConversionService conversionService) {
		this.conversionService = conversionService;
	}

	Object convert(ColumnMapping mapping, ValueCodec codec, Object value) {
		Object converted;
		if (codec.javaType().isInstance(value)) {
			converted = codec.toColumn().apply(value);
		}
		else if (!codec.javaType().isEnum() && codec.columnType().javaType().isInstance(value)) {
			converted = value;
		}
		else {
			converted = codec.toColumn().apply(toJavaType(mapping, codec, value));
		}
		if (converted instanceof Number number && !Double.isFinite(number.doubleValue())
				&& !(number instanceof BigDecimal)) {
			throw new UnsupportedQueryException("'%s' is compared with %s".formatted(mapping.path(), number),
					"give a finite number");
		}
		return converted;
	}

	private Object toJavaType(ColumnMapping mapping, ValueCodec codec, Object value) {
		try {
			Object converted = this.conversionService.convert(value, codec.javaType());
			if (converted != null && isSame(value, converted)) {
				return converted;
			}
		}
		catch (ConversionException | NumberFormatException ex) {
			// told below with the property's name
		}
		throw refused(mapping, codec, value);
	}

	/**
	 * A number must not be cut to fit: no integer is less than 1.5 and at least 1.5.
	 */
	private static boolean isSame(Object value, Object converted) {
		return !(value instanceof Number) || !(converted instanceof Number)
				|| new BigDecimal(value.toString()).compareTo(new BigDecimal(converted.toString())) == 0;
	}

	private static UnsupportedQueryException refused(ColumnMapping mapping, ValueCodec codec, Object value) {
		return new UnsupportedQueryException(
				"'%s' is of type %s and cannot be compared with %s of type %s".formatted(mapping.path(),
						codec.javaType().getSimpleName(), brief(value), value.getClass().getSimpleName()),
				"give a value of its own type");
	}

	private static String brief(Object value) {
		return (value instanceof Number || value instanceof CharSequence || value instanceof Enum)
				? "'%.60s'".formatted(value) : "a value";
	}

}
