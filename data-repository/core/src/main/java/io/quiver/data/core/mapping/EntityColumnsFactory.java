package io.quiver.data.core.mapping;

import java.util.ArrayList;
import java.util.List;

import io.quiver.data.store.CollectionSpec;
import io.quiver.data.store.Column.KeyColumn;
import io.quiver.data.store.ColumnType;
import org.jspecify.annotations.Nullable;

import org.springframework.data.mapping.SimpleAssociationHandler;

/**
 * Gives an entity its columns: the key first, then one for each property.
 *
 * @author Quiver
 */
final class EntityColumnsFactory {

	private final ValueCodecs codecs;

	private final PropertyColumns properties;

	private final VectorMappingContext context;

	EntityColumnsFactory(ValueCodecs codecs, VectorMappingContext context) {
		this.codecs = codecs;
		this.properties = new PropertyColumns(codecs);
		this.context = context;
	}

	EntityColumns create(VectorPersistentEntity<?> entity) {
		VectorPersistentProperty id = entity.getIdProperty();
		if (id == null) {
			throw new UnmappableEntityException(entity.getType().getName() + " has no id",
					"annotate one property with @Id (%s)"
						.formatted(org.springframework.data.annotation.Id.class.getName()));
		}
		entity.doWithAssociations((SimpleAssociationHandler) (association) -> {
			throw refused((VectorPersistentProperty) association.getInverse(), "refers to another entity",
					"keep its id in a property instead");
		});
		requireReadable(entity);
		List<ColumnMapping> mappings = new ArrayList<>();
		VectorPersistentEntity<?> idEntity = addKey(id, mappings);
		for (VectorPersistentProperty property : entity) {
			if (!property.isIdProperty()) {
				mappings.add(this.properties.create(property));
			}
		}
		return new EntityColumns(spec(entity, mappings), mappings, idEntity);
	}

	/**
	 * What is written must be readable, too: told before the first row is stored.
	 */
	private static void requireReadable(VectorPersistentEntity<?> entity) {
		if (entity.getInstanceCreatorMetadata() == null) {
			throw new UnmappableEntityException(
					entity.getType().getName() + " has several constructors, of which none is meant for reading",
					"annotate one with @PersistenceCreator");
		}
		for (VectorPersistentProperty property : entity) {
			if (property.isImmutable() && property.getWither() == null && !entity.isCreatorArgument(property)) {
				throw refused(property,
						"is final and no parameter of the constructor, so that it cannot be set when read",
						"take it in the constructor, drop 'final', or annotate it with @Transient");
			}
		}
	}

	private @Nullable VectorPersistentEntity<?> addKey(VectorPersistentProperty id, List<ColumnMapping> mappings) {
		ValueCodec codec = this.codecs.find(id.getType());
		if (codec != null) {
			mappings.add(keyColumn(id.getName(), id, codec, id.isGenerated()));
			return null;
		}
		VectorPersistentEntity<?> idEntity = (id.isEntity()) ? this.context.getPersistentEntity(id.getType()) : null;
		if (idEntity == null || !idEntity.iterator().hasNext()) {
			throw refused(id, "cannot be an id", "use an integer, String, UUID, or a record of such components");
		}
		if (id.isGenerated()) {
			throw refused(id, "has several components, which are not generated", "remove @Generated");
		}
		requireReadable(idEntity);
		for (VectorPersistentProperty part : idEntity) {
			ValueCodec partCodec = this.codecs.find(part.getType());
			if (partCodec == null) {
				throw refused(part, "a component of the id, is no single value",
						"use a simple type or register a converter to one");
			}
			mappings.add(keyColumn(id.getName() + "." + part.getName(), part, partCodec, false));
		}
		return idEntity;
	}

	private static ColumnMapping keyColumn(String path, VectorPersistentProperty property, ValueCodec codec,
			boolean generated) {
		if (codec.columnType() == ColumnType.BINARY) {
			throw refused(property, "holds bytes, which cannot be a key", "use a String or an integer");
		}
		boolean byStore = generated && codec.columnType() != ColumnType.UUID && codec.columnType() != ColumnType.STRING;
		return new ColumnMapping(path, property, new KeyColumn(property.getColumnName(), codec.columnType(), byStore),
				codec, codec.toColumn(), codec.fromColumn());
	}

	private static CollectionSpec spec(VectorPersistentEntity<?> entity, List<ColumnMapping> mappings) {
		try {
			return new CollectionSpec(entity.getCollectionName(),
					mappings.stream().map(ColumnMapping::column).toList());
		}
		catch (IllegalArgumentException ex) {
			UnmappableEntityException failure = new UnmappableEntityException(
					"%s cannot be mapped: %s".formatted(entity.getType().getName(), ex.getMessage()),
					"correct the names that @VectorCollection and @Field give");
			failure.initCause(ex);
			throw failure;
		}
	}

	private static UnmappableEntityException refused(VectorPersistentProperty property, String problem, String cure) {
		return new UnmappableEntityException(describe(property) + " " + problem, cure);
	}

	static String describe(VectorPersistentProperty property) {
		return "Property '%s' of %s, of type %s,".formatted(property.getName(),
				property.getOwner().getType().getSimpleName(), property.getType().getSimpleName());
	}

}
