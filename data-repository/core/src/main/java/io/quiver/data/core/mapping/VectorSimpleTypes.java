package io.quiver.data.core.mapping;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import org.springframework.data.domain.Vector;
import org.springframework.data.mapping.model.SimpleTypeHolder;

/**
 * The types that are values to a store and not entities of their own: what converters may
 * write to and read from.
 *
 * @author Quiver
 * @since 0.1
 */
public final class VectorSimpleTypes {

	/**
	 * The simple types of every store.
	 */
	public static final SimpleTypeHolder HOLDER = new SimpleTypeHolder(
			Set.of(BigDecimal.class, BigInteger.class, Instant.class, LocalDate.class, UUID.class, Vector.class), true);

	private VectorSimpleTypes() {
	}

}
