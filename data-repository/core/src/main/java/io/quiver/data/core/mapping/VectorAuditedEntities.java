package io.quiver.data.core.mapping;

import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.mapping.context.PersistentEntities;

/**
 * The entities of every mapping context of the application, for auditing to ask whether
 * one is new.
 *
 * @author Quiver
 */
class VectorAuditedEntities implements FactoryBean<PersistentEntities> {

	private final ObjectProvider<VectorMappingContext> contexts;

	VectorAuditedEntities(ObjectProvider<VectorMappingContext> contexts) {
		this.contexts = contexts;
	}

	@Override
	public PersistentEntities getObject() {
		return new PersistentEntities(this.contexts.orderedStream().toList());
	}

	@Override
	public Class<?> getObjectType() {
		return PersistentEntities.class;
	}

}
