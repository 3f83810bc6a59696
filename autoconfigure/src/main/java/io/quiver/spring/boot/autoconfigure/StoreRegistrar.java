package io.quiver.spring.boot.autoconfigure;

import java.util.List;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Registers the beans of some stores.
 *
 * @author Quiver
 */
abstract class StoreRegistrar implements ImportBeanDefinitionRegistrar {

	private final ConfigurableListableBeanFactory beanFactory;

	private final StoreDefinitions definitions;

	StoreRegistrar(BeanFactory beanFactory, Environment environment, ClassLoader classLoader) {
		this.beanFactory = (ConfigurableListableBeanFactory) beanFactory;
		this.definitions = new StoreDefinitions(environment, StoreKinds.all(classLoader), classLoader);
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata importing, BeanDefinitionRegistry registry) {
		List<StoreDefinition> stores = stores(this.definitions);
		if (!stores.isEmpty()) {
			new StoreBeans(registry, this.beanFactory).register(stores, this.definitions.primary(stores));
		}
	}

	abstract List<StoreDefinition> stores(StoreDefinitions definitions);

	/**
	 * The stores below {@code quiver.stores}.
	 */
	static final class Configured extends StoreRegistrar {

		Configured(BeanFactory beanFactory, Environment environment, ClassLoader classLoader) {
			super(beanFactory, environment, classLoader);
		}

		@Override
		List<StoreDefinition> stores(StoreDefinitions definitions) {
			return definitions.configured();
		}

	}

	/**
	 * The store that there is when none is configured.
	 */
	static final class Fallback extends StoreRegistrar {

		Fallback(BeanFactory beanFactory, Environment environment, ClassLoader classLoader) {
			super(beanFactory, environment, classLoader);
		}

		@Override
		List<StoreDefinition> stores(StoreDefinitions definitions) {
			return definitions.fallback().stream().toList();
		}

	}

}
