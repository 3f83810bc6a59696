package io.quiver.data.core.convert;

import java.util.Collection;
import java.util.List;

import io.quiver.data.core.mapping.VectorSimpleTypes;

import org.springframework.data.convert.CustomConversions;

/**
 * The application's converters between its own types and those that a column can hold. A
 * converter is taken for reading and for writing by what it converts; where both sides
 * are simple, {@link org.springframework.data.convert.ReadingConverter} or
 * {@link org.springframework.data.convert.WritingConverter} tells which.
 *
 * @author Quiver
 * @since 0.1
 */
public class VectorCustomConversions extends CustomConversions {

	/**
	 * Create conversions without converters.
	 */
	public VectorCustomConversions() {
		this(List.of());
	}

	/**
	 * Create conversions. Spring Data's own converters of dates are left out: they write
	 * to types that keep less than a column can.
	 * @param converters the converters
	 */
	public VectorCustomConversions(Collection<?> converters) {
		super(new ConverterConfiguration(StoreConversions.of(VectorSimpleTypes.HOLDER), List.copyOf(converters),
				(pair) -> false));
	}

}
