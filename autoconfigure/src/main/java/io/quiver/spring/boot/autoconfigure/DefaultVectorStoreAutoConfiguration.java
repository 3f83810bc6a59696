package io.quiver.spring.boot.autoconfigure;

import io.quiver.data.core.VectorOperations;
import io.quiver.data.store.RowStore;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Import;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the store {@code default}, which
 * there is as long as no store is configured. A class of its own, since only a later one
 * sees what the registrar of the configured stores has made.
 *
 * @author Quiver
 * @since 0.1
 */
@AutoConfiguration(after = VectorStoreAutoConfiguration.class)
@ConditionalOnMissingBean({ RowStore.class, VectorOperations.class })
@Import(StoreRegistrar.Fallback.class)
public final class DefaultVectorStoreAutoConfiguration {

}
