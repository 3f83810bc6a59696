package io.quiver.spring.boot.autoconfigure.seekdb;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import io.quiver.data.policy.Operation;
import io.quiver.data.policy.Timeouts;
import io.quiver.data.store.RowStore;
import io.quiver.spring.boot.autoconfigure.kind.StoreConnectionDetails;
import io.quiver.spring.boot.autoconfigure.kind.StorePlan;
import io.quiver.spring.boot.autoconfigure.kind.StoreSupport;
import io.quiver.store.seekdb.SeekdbClient;
import io.quiver.store.seekdb.SeekdbStore;
import io.quiver.store.seekdb.model.RefreshPolicy;
import io.quiver.store.seekdb.model.TableSchema;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.util.ClassUtils;

/**
 * What auto-configuration knows of OceanBase seekdb.
 *
 * @author Quiver
 * @since 0.1
 */
public final class SeekdbStoreSupport implements StoreSupport<SeekdbProperties> {

	private static final Duration LONG = Duration.ofSeconds(30);

	/** A chunk of rows with an index that is kept up takes the server seconds. */
	private static final Timeouts TIMEOUTS = new Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(10), LONG, LONG);

	@Override
	public String kind() {
		return "seekdb";
	}

	@Override
	public Class<SeekdbProperties> propertiesType() {
		return SeekdbProperties.class;
	}

	@Override
	public String starter() {
		return "io.quiver:quiver-spring-boot-starter-seekdb";
	}

	@Override
	public boolean isRemote() {
		return true;
	}

	@Override
	public Class<? extends StoreConnectionDetails> connectionDetailsType() {
		return SeekdbConnectionDetails.class;
	}

	@Override
	public boolean hasSessions() {
		return true;
	}

	@Override
	public Timeouts timeouts() {
		return TIMEOUTS;
	}

	@Override
	public boolean isPresent(ClassLoader classLoader) {
		return ClassUtils.isPresent("io.quiver.store.seekdb.SeekdbClient", classLoader);
	}

	@Override
	public StorePlan<?> plan(String prefix, SeekdbProperties properties) {
		new SeekdbPropertiesCheck(prefix).check(properties);
		return Module.plan(prefix, properties);
	}

	@Override
	public Set<Operation> operations() {
		return Module.operations();
	}

	/**
	 * Apart, since its classes need not be there.
	 */
	private static final class Module {

		static StorePlan<?> plan(String prefix, SeekdbProperties properties) {
			return new StorePlan<>(SeekdbStore.KIND, SeekdbClient.class,
					(parts) -> new SeekdbClientFactory(prefix, properties, parts).create(),
					(name, client, beans) -> store(properties, name, client, beans));
		}

		private static RowStore store(SeekdbProperties properties, String name, SeekdbClient client,
				BeanFactory beans) {
			List<SeekdbTableCustomizer> customizers = beans.getBeanProvider(SeekdbTableCustomizer.class)
				.orderedStream()
				.toList();
			TableShape shape = new TableShape(properties.organization(), properties.syncMode());
			return new SeekdbStore(name, client, (collection, table) -> {
				TableSchema customized = shape.apply(table);
				for (SeekdbTableCustomizer customizer : customizers) {
					customized = customizer.customize(name, collection, customized);
				}
				return customized;
			}, RefreshPolicy.valueOf(properties.refresh().name()));
		}

		static Set<Operation> operations() {
			return SeekdbClient.OPERATIONS;
		}

	}

}
