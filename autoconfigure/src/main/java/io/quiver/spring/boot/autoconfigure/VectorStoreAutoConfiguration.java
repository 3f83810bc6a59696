package io.quiver.spring.boot.autoconfigure;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the stores below
 * {@code quiver.stores}: of each a {@code StoreCalls}, a client, a {@code RowStore} and a
 * {@code VectorTemplate}, which are called after the store and have its name as
 * qualifier.
 *
 * @author Quiver
 * @since 0.1
 */
@AutoConfiguration(after = VectorDataAutoConfiguration.class)
@Import(StoreRegistrar.Configured.class)
public final class VectorStoreAutoConfiguration {

}
