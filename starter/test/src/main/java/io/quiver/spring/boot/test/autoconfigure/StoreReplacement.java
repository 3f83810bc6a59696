package io.quiver.spring.boot.test.autoconfigure;

import io.quiver.data.store.RowStore;
import io.quiver.spring.boot.autoconfigure.embedded.EmbeddedStoreSupport;
import io.quiver.spring.boot.autoconfigure.kind.StoreMark;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;

/**
 * Replaces every configured store by one in memory and drops its client, before anything
 * is connected or opened. Templates stay as they are, and so do the application's own
 * beans.
 *
 * @author Quiver
 */
class StoreReplacement implements BeanDefinitionRegistryPostProcessor {

	@Override
	public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
		for (String name : registry.getBeanDefinitionNames()) {
			BeanDefinition definition = registry.getBeanDefinition(name);
			StoreMark mark = StoreMark.of(definition);
			if (mark != null && definition instanceof RootBeanDefinition bean && bean.hasBeanClass()) {
				replace(registry, name, bean, mark);
			}
		}
	}

	private static void replace(BeanDefinitionRegistry registry, String name, RootBeanDefinition bean, StoreMark mark) {
		if (bean.getBeanClass() == RowStore.class) {
			EmbeddedStoreSupport.requireJava21();
			bean.setInstanceSupplier(() -> TestRowStore.create(mark.store(), mark.kind()));
			bean.setDependsOn((String[]) null);
		}
		else if (AutoCloseable.class.isAssignableFrom(bean.getBeanClass())) {
			registry.removeBeanDefinition(name);
		}
	}

}
