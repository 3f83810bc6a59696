package io.quiver.spring.boot.autoconfigure;

import io.quiver.data.core.SchemaPolicy;
import io.quiver.spring.boot.autoconfigure.kind.StorePlan;
import io.quiver.spring.boot.autoconfigure.kind.StoreSupport;
import io.quiver.spring.boot.autoconfigure.policy.StorePolicy;
import org.jspecify.annotations.Nullable;

import org.springframework.util.unit.DataSize;

/**
 * One store, all its properties read and judged.
 *
 * @param name the name that the application gave to it
 * @param support what is known of its kind
 * @param plan how it is made
 * @param policy how its calls are limited and repeated
 * @param maxRowSize the largest row
 * @param schema what is done about collections
 * @param connectionDetails the name of the bean that says where it is, or {@code null} if
 * the properties say it
 * @author Quiver
 */
record StoreDefinition(String name, StoreSupport<?> support, StorePlan<?> plan, StorePolicy policy, DataSize maxRowSize,
		SchemaPolicy schema, @Nullable String connectionDetails) {

	boolean isOf(StoreSupport<?> kind) {
		return this.support.kind().equals(kind.kind());
	}

	StoreDefinition withConnectionDetails(@Nullable String bean) {
		return new StoreDefinition(this.name, this.support, this.plan, this.policy, this.maxRowSize, this.schema, bean);
	}

}
