package io.quiver.spring.boot.autoconfigure;

import io.quiver.data.core.SchemaPolicy;
import io.quiver.spring.boot.autoconfigure.kind.StorePlan;
import io.quiver.spring.boot.autoconfigure.policy.StorePolicy;

import org.springframework.util.unit.DataSize;

/**
 * One store, all its properties read and judged.
 *
 * @param name the name that the application gave to it
 * @param plan how it is made
 * @param policy how its calls are limited and repeated
 * @param maxRowSize the largest row
 * @param schema what is done about collections
 * @author Quiver
 */
record StoreDefinition(String name, StorePlan<?> plan, StorePolicy policy, DataSize maxRowSize, SchemaPolicy schema) {
}
