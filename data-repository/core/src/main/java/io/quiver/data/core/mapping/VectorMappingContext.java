package io.quiver.data.core.mapping;

import java.util.List;

import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.data.convert.CustomConversions;
import org.springframework.data.core.TypeInformation;
import org.springframework.data.mapping.context.AbstractMappingContext;
import org.springframework.data.mapping.model.Property;
import org.springframework.data.mapping.model.SimpleTypeHolder;

/**
 * Reads entities once and keeps what it has read. Converters are part of it, since they
 * decide on the types of columns.
 *
 * @author Quiver
 * @since 0.1
 */
public class VectorMappingContext extends AbstractMappingContext<VectorPersistentEntity<?>, VectorPersistentProperty> {

	private final ConversionService conversionService;

	private final EntityColumnsFactory columns;

	/**
	 * Create a context without converters.
	 */
	public VectorMappingContext() {
		this(new NoConversions());
	}

	/**
	 * Create a context.
	 * @param conversions the converters
	 */
	public VectorMappingContext(CustomConversions conversions) {
		DefaultConversionService conversionService = new DefaultConversionService();
		conversions.registerConvertersIn(conversionService);
		this.conversionService = conversionService;
		this.columns = new EntityColumnsFactory(new ValueCodecs(conversions, conversionService), this);
		setSimpleTypeHolder(conversions.getSimpleTypeHolder());
	}

	/**
	 * Return the service that knows the converters of this context.
	 * @return the conversion service
	 */
	public ConversionService getConversionService() {
		return this.conversionService;
	}

	@Override
	protected <T> VectorPersistentEntity<T> createPersistentEntity(TypeInformation<T> typeInformation) {
		return new VectorPersistentEntity<>(typeInformation, this.columns);
	}

	@Override
	protected VectorPersistentProperty createPersistentProperty(Property property, VectorPersistentEntity<?> owner,
			SimpleTypeHolder simpleTypeHolder) {
		return new VectorPersistentProperty(property, owner, simpleTypeHolder);
	}

	/**
	 * Types of the platform hide their fields: as entities they would fail with a message
	 * about modules instead of one about the property.
	 */
	@Override
	protected boolean shouldCreatePersistentEntityFor(TypeInformation<?> type) {
		return !type.getType().getName().startsWith("java.") && !type.getType().isInterface()
				&& super.shouldCreatePersistentEntityFor(type);
	}

	private static final class NoConversions extends CustomConversions {

		NoConversions() {
			super(new ConverterConfiguration(StoreConversions.of(VectorSimpleTypes.HOLDER), List.of(),
					(pair) -> false));
		}

	}

}
