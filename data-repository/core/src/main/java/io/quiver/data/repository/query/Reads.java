package io.quiver.data.repository.query;

import io.quiver.data.core.EntityQuery;
import io.quiver.data.core.VectorOperations;
import org.jspecify.annotations.Nullable;

/**
 * The reads of one method, as what it returns: the entity, a projection, or what the
 * caller asks for.
 *
 * @author Quiver
 */
final class Reads {

	private final EntityQuery<?> entities;

	private final EntityQuery<?> results;

	private final Class<?> domainType;

	private final boolean dynamic;

	Reads(VectorQueryMethod method, VectorOperations operations) {
		this.domainType = method.domainType();
		this.entities = operations.query(this.domainType);
		this.dynamic = method.getParameters().hasDynamicProjection();
		this.results = (this.dynamic) ? this.entities : as(method.getReturnedObjectType());
	}

	EntityQuery<?> of(Arguments arguments) {
		if (!this.dynamic) {
			return this.results;
		}
		@Nullable Class<?> projection = arguments.findDynamicProjection();
		if (projection == null) {
			throw arguments.error("the class of the results must not be null");
		}
		return as(projection);
	}

	private EntityQuery<?> as(Class<?> type) {
		return (type.isAssignableFrom(this.domainType)) ? this.entities : this.entities.as(type);
	}

}
