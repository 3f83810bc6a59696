package io.quiver.spring.boot.autoconfigure;

import java.util.List;
import java.util.function.Supplier;

import io.quiver.data.core.VectorTemplate;
import io.quiver.data.policy.StoreCalls;
import io.quiver.data.store.RowStore;
import io.quiver.spring.boot.autoconfigure.kind.StoreMark;
import io.quiver.spring.boot.autoconfigure.kind.StorePlan;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;

/**
 * Registers door, client, store and template of every store. A bean of the same name that
 * is there already is kept, and answers to the store's name all the same.
 * <p>
 * Bean definitions of the old kind: a {@code BeanRegistrar} sees no other beans, so it
 * could not keep the user's own, and has no qualifiers, so only one bean of a store could
 * answer to its name.
 *
 * @author Quiver
 */
final class StoreBeans {

	private final BeanDefinitionRegistry registry;

	private final ConfigurableListableBeanFactory beanFactory;

	StoreBeans(BeanDefinitionRegistry registry, ConfigurableListableBeanFactory beanFactory) {
		this.registry = registry;
		this.beanFactory = beanFactory;
	}

	void register(List<StoreDefinition> stores, @Nullable String primary) {
		for (StoreDefinition store : stores) {
			register(store, store.plan(), store.name().equals(primary));
		}
	}

	private <C extends AutoCloseable> void register(StoreDefinition store, StorePlan<C> plan, boolean primary) {
		String rowStore = store.name() + "RowStore";
		String client = store.name() + plan.clientType().getSimpleName();
		String calls = store.name() + "StoreCalls";
		StoreParts parts = new StoreParts(store, this.beanFactory);
		register(store, calls, primary, StoreCalls.class, parts::calls);
		boolean own = this.registry.containsBeanDefinition(rowStore);
		boolean ownClient = this.registry.containsBeanDefinition(client);
		if (!own || ownClient) {
			BeanDefinition definition = register(store, client, primary, plan.clientType(),
					() -> plan.client().apply(parts.of(calls)));
			if (!ownClient) {
				definition.setDependsOn(calls);
			}
		}
		BeanDefinition definition = register(store, rowStore, primary, RowStore.class, () -> plan.store()
			.create(store.name(), this.beanFactory.getBean(client, plan.clientType()), this.beanFactory));
		if (!own) {
			definition.setDependsOn(client);
		}
		StoreTemplate template = new StoreTemplate(store, primary, this.beanFactory);
		register(store, store.name() + "VectorTemplate", primary, VectorTemplate.class,
				() -> template.create(this.beanFactory.getBean(rowStore, RowStore.class)))
			.setDependsOn(rowStore);
	}

	private <T> BeanDefinition register(StoreDefinition store, String name, boolean primary, Class<T> type,
			Supplier<T> supplier) {
		if (!this.registry.containsBeanDefinition(name)) {
			RootBeanDefinition definition = new RootBeanDefinition(type, supplier);
			definition.setResourceDescription("quiver.stores." + store.name());
			new StoreMark(store.name(), store.plan().kind()).put(definition);
			this.registry.registerBeanDefinition(name, definition);
		}
		BeanDefinition definition = this.registry.getBeanDefinition(name);
		definition.setPrimary(primary || definition.isPrimary());
		if (definition instanceof AbstractBeanDefinition qualified
				&& !qualified.hasQualifier(Qualifier.class.getName())) {
			qualified.addQualifier(new AutowireCandidateQualifier(Qualifier.class, store.name()));
		}
		return definition;
	}

}
